import { join } from 'node:path';
import { handlingId, SYNC } from '@samskrift/shared';
import { sql } from 'kysely';
import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { demoMasterKey } from '../data-dir.ts';
import { openDb } from '../db/open.ts';
import { readHandlingar } from '../handlingar/handling-rader.ts';
import { openSocketBed, type SocketBed } from '../http/socket-testbed.ts';
import { storedWords } from '../store/contract.ts';
import { syncMessage } from '../sync/messages.ts';
import { plain } from '../sync/testbed.ts';
import { type Inlamningsbed, openInlamningsbed } from './testbed.ts';

const INSTALLNINGAR = '/api/admin/namnder/kulturnamnden/installningar';
const OM = { paragrafnumrering: 'ar', ersattaryttrande: true, sarskiltUttalande: true, protokollsanteckning: true };

describe('lägen and open sockets', () => {
  let here: Inlamningsbed;
  let sockets: SocketBed;
  beforeAll(async () => {
    here = await openInlamningsbed();
    sockets = await openSocketBed(here.bed);
  });
  afterAll(async () => {
    await here.bed.close();
    sockets.stop();
  });

  const open = async (personId: string, handling: string) => sockets.open(await sockets.cookieOf(personId), handling);
  const joined = async (personId: string, handling: string) => sockets.join(await sockets.cookieOf(personId), handling);
  const paragraph = (words: string): Uint8Array => {
    const doc = new Y.Doc();
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment('text').insert(0, [element]);
    return Y.encodeStateAsUpdate(doc);
  };
  const stored = async (id: string) => {
    const found = await here.bed.services.store.load(handlingId(id));
    return storedWords(found?.base ?? new Uint8Array(), found?.tail);
  };

  it('[Y7] what anybody has been told is saved, and what others have seen, is in the copy', async () => {
    const draft = await here.utkast('Början.');
    const [lina, asa] = [await joined('lina-moberg', draft.id), await joined('asa-wikander', draft.id)];
    lina.send(syncMessage('update', paragraph('Sparade ord.')));
    await lina.heard('saved');
    const before = asa.frames;
    lina.send(syncMessage('update', paragraph('Nyss sedda ord.')));
    await asa.until(() => asa.frames > before);
    const kopia = await here.inlamnad(draft.id, 'asa-wikander');
    for (const words of ['Början.', 'Sparade ord.', 'Nyss sedda ord.']) expect(await stored(kopia.id)).toContain(words);
    // And the group writes on.
    lina.send(syncMessage('update', paragraph('Efteråt.')));
    await lina.until(() => lina.extensions('saved').some(({ count }) => count >= 3));
    expect(lina.extensions('refused')).toEqual([]);
    expect(await stored(kopia.id)).not.toContain('Efteråt.');
  });

  it('[Y12] a change of läge reaches open sockets within a second: writers read, readers come in and go out', async () => {
    const id = 'biblioteksplan-utlatande';
    const karim = await joined('karim-haddad', id);
    const kickedOut = await open('goran-ek', id);
    expect(await kickedOut.closed()).toBe('notFound');
    const since = performance.now();
    expect((await here.lage('anna-lindqvist', id, 'lamnaIn')).status).toBe(200);
    await karim.heard('access');
    expect(performance.now() - since).toBeLessThan(1_000);
    expect(karim.extensions('access').at(-1)?.ratt).toBe('lasa');
    karim.send(syncMessage('update', paragraph('För sent.')));
    await karim.heard('refused');
    expect(karim.extensions('refused').at(-1)?.reason).toBe('readOnly');
    expect(await stored(id)).not.toContain('För sent.');

    const goran = await joined('goran-ek', id);
    expect(await (await open('sofia-berg', id)).closed()).toBe('notFound');
    const satt = (inlamnatSynsFor: string) =>
      here.ask('ulla-berglund', 'PUT', INSTALLNINGAR, {
        ...OM,
        inlamnatSynsFor,
        dnrPrefix: 'KUN',
        avstangdaMallar: [],
      });
    await satt('alla');
    const sofia = await joined('sofia-berg', id);
    await satt('presidiet');
    expect(await sofia.closed()).toBe('notFound');

    expect((await here.lage('anna-lindqvist', id, 'taTillbaka')).status).toBe(200);
    expect(await goran.closed()).toBe('notFound');
    await karim.heard('access', 2);
    karim.send(syncMessage('update', paragraph('I tid igen.')));
    await karim.until(() => karim.extensions('saved').some(({ count }) => count >= 2));
    expect(await stored(id)).toContain('I tid igen.');
  });

  it('[Y12] raced by a writer, each letter is in the text or refused, and nothing enters after', async () => {
    const id = 'konstrunda-utlatande';
    const karim = await joined('karim-haddad', id);
    const words = Array.from({ length: 60 }, (_, index) => `bokstav${String(index).padStart(3, '0')}`);
    const handedIn = here.lage('anna-lindqvist', id, 'lamnaIn');
    for (const word of words) {
      karim.send(syncMessage('update', paragraph(word)));
      await new Promise(setImmediate);
    }
    expect((await handedIn).status).toBe(200);
    karim.send(syncMessage('update', paragraph('efteråt')));
    await karim.until(() => karim.extensions('refused').some(({ index }) => index === words.length + 1));
    const refused = new Set(karim.extensions('refused').map(({ index }) => index));
    const text = await stored(id);
    expect(words.filter((word, index) => text.includes(word) === refused.has(index + 1))).toEqual([]);
    expect(text).not.toContain('efteråt');
  });

  it('[Y10] what another program has moved takes no more text, and whoever saw more comes back to what is stored', async () => {
    const id = 'foreningsbidrag-utlatande';
    const [karim, anna] = [await joined('karim-haddad', id), await joined('anna-lindqvist', id)];
    await here.bed.services.db.updateTable('handling').set({ lage: 'inlamnad' }).where('id', '=', id).execute();
    karim.send(syncMessage('update', paragraph('Bakom ryggen.')));
    await karim.heard('refused');
    expect(karim.extensions('refused').at(-1)?.reason).toBe('readOnly');
    expect([await karim.closed(), await anna.closed()]).toEqual(['loadFailed', 'loadFailed']);
    const again = await joined('anna-lindqvist', id);
    expect(again.extensions('hello').at(-1)?.ratt).toBe('lasa');
    const shown = new Y.Doc();
    for (const told of again.told) {
      if (told.kind !== 'sync') continue;
      const decoder = decoding.createDecoder(told.bytes);
      decoding.readVarUint(decoder);
      if (decoding.readVarUint(decoder) !== SYNC.step1) Y.applyUpdate(shown, decoding.readVarUint8Array(decoder));
    }
    expect(plain(shown)).toContain('Sammanfattning');
    expect(plain(shown)).not.toContain('Bakom ryggen.');
  });

  it('[Y14] a restart changes nothing of it', async () => {
    const draft = await here.utkast('Kvar efter en omstart.');
    const kopia = await here.inlamnad(draft.id);
    await here.ask('asa-wikander', 'POST', `/api/handlingar/${kopia.id}/atertagande`);
    const { db } = here.bed.services;
    const before = await readHandlingar(db, 'alla');
    const file = join(here.bed.dataDir, 'efter.db');
    await sql`VACUUM INTO ${file}`.execute(db);
    const again = await openDb(file, demoMasterKey(here.bed.dataDir));
    expect(await readHandlingar(again, 'alla')).toEqual(before);
    await again.destroy();
  });
});
