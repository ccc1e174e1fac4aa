import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HandlingSchema, handlingId, personId, SoksvarSchema } from '@samskrift/shared';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { write } from '../sync/testbed.ts';
import { bitar, sokIText, sokord } from './ord.ts';
import { Sok } from './sok.ts';

/** Rules N: what a search finds, and what it never tells. */
describe('search', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await openAppBed();
  });
  afterAll(() => bed.close());

  const search = async (person: string, q: string) =>
    SoksvarSchema.parse(await (await (await bed.login(person)).get(`/api/sok?q=${encodeURIComponent(q)}`)).json());
  const marked = (utdrag: readonly { text: string; traff: boolean }[]) =>
    utdrag.flatMap(({ text, traff }) => (traff ? [text] : []));
  const create = async (person: string, titel: string, ord: string, agare: object, typ = 'tjansteutlatande') => {
    const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: ord }] }] };
    const mall = typ === 'reservation' ? 'reservation' : 'tjansteutlatande-svar';
    const body = { typ, mall, titel, agare, text };
    const made = await (await bed.login(person)).send('POST', '/api/arenden/konstrunda/handlingar', body);
    return HandlingSchema.parse(await made.json());
  };
  const FORVALTNING = { typ: 'forvaltning', id: 'kulturforvaltningen' };
  const GRUPP = { typ: 'partigrupp', id: 'landsbygdslistan' };

  it('[N12] a search finds words of titles and texts by their beginning, with å, ä and ö as letters of their own', async () => {
    const made = await create(
      'anna-lindqvist',
      'Om sjöbodar',
      'Vid Ängsövägen står trettio rödmålade bodar.',
      FORVALTNING,
    );
    for (const q of ['ängsöv', 'ÄNGSÖVÄGEN', 'rödmål trettio']) {
      const { antal, traffar } = await search('karim-haddad', q);
      expect(antal, q).toBe(1);
      expect(traffar[0]).toMatchObject({ handling: { id: made.id }, arende: { id: 'konstrunda' } });
      expect(marked(traffar[0]?.utdrag ?? []).length).toBeGreaterThan(0);
    }
    expect((await search('karim-haddad', 'sjöbod')).traffar[0]?.handling?.id).toBe(made.id);
    for (const q of ['angsovagen', 'ngsövägen', 'rodmalade', 'rödmålade saknas'])
      expect((await search('karim-haddad', q)).antal, q).toBe(0);
    const arende = await search('goran-ek', 'konstrunda');
    expect(arende.traffar.some(({ handling }) => handling === null)).toBe(true);
    expect((await search('goran-ek', '2026/121')).traffar[0]).toMatchObject({ arende: { dnr: 'KUN 2026/121' } });
  });

  it('[N13] a search tells nothing of what one may not see: neither hits nor counts', async () => {
    const mine = await search('goran-ek', 'bokbuss');
    await create('lina-moberg', 'Bokbussen igen', 'Bokbussen till varje by med zebraränder.', GRUPP, 'reservation');
    expect(await search('goran-ek', 'bokbuss')).toEqual(mine);
    for (const person of ['goran-ek', 'maja-nilsson', 'anna-lindqvist', 'per-ostberg', 'ulla-berglund'])
      expect(await search(person, 'zebraränder'), person).toEqual({ antal: 0, traffar: [] });
    expect((await search('ulla-berglund', 'konstrunda')).antal).toBe(0);
    const own = await search('olle-hedman', 'zebrar');
    expect(own).toMatchObject({ antal: 1, traffar: [{ handling: { titel: 'Bokbussen igen' } }] });
    expect(marked(own.traffar[0]?.utdrag ?? [])).toEqual(['zebraränder']);
  });

  it('[N14] no word of a group’s text or title is in the index, by the bytes of its file', async () => {
    const secret = await create('lina-moberg', 'Smygtitel', 'Kvastfeningen simmar hemligt.', GRUPP, 'reservation');
    await create('anna-lindqvist', 'Öppet', 'Kontrollordet marulk.', FORVALTNING);
    await (await bed.login('lina-moberg')).send('PATCH', `/api/handlingar/${secret.id}`, { titel: 'Smygtitel två' });
    expect((await search('lina-moberg', 'kvastfeningen')).antal).toBe(1);
    expect((await search('lina-moberg', 'smygtitel')).antal).toBe(1);
    expect((await search('anna-lindqvist', 'marulk')).antal).toBe(1);
    const bytes = ['', '-wal']
      .map((end) => readFileSync(join(bed.dataDir, `sok.db${end}`), 'latin1').toLowerCase())
      .join('');
    expect(bytes).toContain('marulk');
    for (const word of ['kvastf', 'smygt', secret.id]) expect(bytes, word).not.toContain(word);
  });

  it('[N15] the index follows: a new title, and what is written and sealed', async () => {
    const made = await create('karim-haddad', 'Gammalnamn', 'Ingressen.', FORVALTNING);
    const karim = await bed.login('karim-haddad');
    await karim.send('PATCH', `/api/handlingar/${made.id}`, { titel: 'Nyttnamn' });
    expect((await search('karim-haddad', 'nyttnamn')).antal).toBe(1);
    expect((await search('karim-haddad', 'gammalnamn')).antal).toBe(0);
    await (await bed.login('per-ostberg')).send('POST', `/api/handlingar/${made.id}/justera`);
    expect((await search('goran-ek', 'ingressen')).traffar[0]).toMatchObject({ handling: { id: made.id } });
  });

  it('[N15] what has been saved is found, and an index that is lost or broken is made again', async () => {
    const made = await create('anna-lindqvist', 'Om vatten', 'Början.', FORVALTNING);
    expect((await search('karim-haddad', 'sjögräs')).antal).toBe(0);
    const { db, store } = bed.services;
    const id = handlingId(made.id);
    const stored = await store.load(id);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, stored?.base ?? new Uint8Array());
    const before = Y.encodeStateVector(doc);
    write(doc, ' Sjögräset växer.');
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await store.append([{ handlingId: id, updates: [{ author: personId('anna-lindqvist'), bytes }] }]);
    bed.services.sok.changed(made.id);
    expect((await search('karim-haddad', 'sjögräs')).traffar[0]).toMatchObject({ handling: { id: made.id } });

    const file = join(bed.dataDir, 'trasig.db');
    writeFileSync(file, 'no database at all '.repeat(500));
    const log = pino({ level: 'silent' });
    const renewed = new Sok({ file, db, store, log, tails: () => new Map() });
    const sokbart = [{ id: made.id, titel: made.titel }];
    expect(await renewed.search(['sjögräs'], sokbart)).toMatchObject([{ id: made.id }]);
    await renewed.close();
  });

  it('[N15] a text that cannot be read is tried again by the next search', async () => {
    const { db, store } = bed.services;
    const made = await create('anna-lindqvist', 'Om is', 'Isen bär.', FORVALTNING);
    let broken = true;
    const load: typeof store.load = (id) => (broken ? Promise.reject(new Error('disk')) : store.load(id));
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const sok = new Sok({ file: join(bed.dataDir, 'annan.db'), db, store: { load }, log, tails: () => new Map() });
    const sokbart = [{ id: made.id, titel: made.titel }];
    expect(await sok.search(['isen'], sokbart)).toEqual([]);
    expect(lines.join()).toContain('could not be indexed');
    broken = false;
    expect(await sok.search(['isen'], sokbart)).toHaveLength(1);
    await sok.close();
  });

  it('[N16] a hostile question is an empty answer or a refusal, never a fault', async () => {
    const browser = await bed.login('goran-ek');
    const long = 'å"*'.repeat(60);
    for (const q of [
      '"',
      "'",
      '""""',
      'a OR',
      'NEAR(a b',
      '*',
      'titel:',
      '-',
      '(',
      '{a b}:c',
      '^a',
      '\u0000',
      '%',
      'AND',
      '\u0002x\u0003',
      '🦐',
      long,
    ]) {
      const answer = await browser.get(`/api/sok?q=${encodeURIComponent(q)}`);
      expect(answer.status, JSON.stringify(q)).toBe(200);
    }
    expect(await felOf(await browser.get(`/api/sok?q=${'a'.repeat(10_000)}`))).toMatchObject({ status: 400 });
    expect((await browser.get('/api/sok')).status).toBe(200);
    expect((await bed.browser().get('/api/sok?q=a')).status).toBe(401);
  });
});

it('[N12] a text in memory is asked in the same way', () => {
  const ask = (q: string) => sokIText('Om Ängsö', 'Det står rödmålade bodar vid vattnet.', sokord(q));
  expect(ask('RÖDM bod')).toEqual([
    { text: 'Det står ', traff: false },
    { text: 'rödmålade', traff: true },
    { text: ' ', traff: false },
    { text: 'bodar', traff: true },
    { text: ' vid vattnet.', traff: false },
  ]);
  expect(ask('ängsö bodar')).not.toBeNull();
  for (const none of ['målade', 'angso', 'bodar saknas', '"*']) expect(ask(none)).toBeNull();
  const long = sokIText('', `${'ord '.repeat(200)}näckros ${'ord '.repeat(200)}`, ['näck']);
  expect(long?.map(({ text }) => text).join('').length).toBeLessThan(200);
  expect(bitar('a \u0002b\u0003 c')).toEqual([
    { text: 'a ', traff: false },
    { text: 'b', traff: true },
    { text: ' c', traff: false },
  ]);
});
