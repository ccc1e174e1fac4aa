import { createHash } from 'node:crypto';
import {
  canonicalJson,
  HandlingSchema,
  handlingId,
  KvittoSchema,
  personId,
  type TextJson,
  updateFromJson,
} from '@samskrift/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { felOf } from '../http/testbed.ts';
import { canonicalText } from '../store/document-bytes.ts';
import { ANDRA, GRUPPEN, type Inlamningsbed, openInlamningsbed } from './testbed.ts';

describe('handing in', () => {
  let here: Inlamningsbed;
  beforeAll(async () => {
    here = await openInlamningsbed();
  });
  afterAll(() => here.bed.close());
  const ask: Inlamningsbed['ask'] = (...args) => here.ask(...args);
  const utkast: Inlamningsbed['utkast'] = (...args) => here.utkast(...args);
  const lamnaIn: Inlamningsbed['lamnaIn'] = (...args) => here.lamnaIn(...args);
  const inlamnad: Inlamningsbed['inlamnad'] = (...args) => here.inlamnad(...args);
  const sedd: Inlamningsbed['sedd'] = (...args) => here.sedd(...args);
  const visad: Inlamningsbed['visad'] = (...args) => here.visad(...args);
  const lage: Inlamningsbed['lage'] = (...args) => here.lage(...args);
  const skriv: Inlamningsbed['skriv'] = (...args) => here.skriv(...args);

  it('[Y5] a copy is registered: the nämnd’s, with its number, group, person, time and the SHA-256 of its own text', async () => {
    const draft = await utkast('Bussen ska gå kvar till alla byar.');
    const before = new Date().toISOString();
    const kopia = await inlamnad(draft.id, 'asa-wikander');
    expect(kopia).toMatchObject({
      titel: 'Behåll busslinjen',
      typ: 'reservation',
      agare: { typ: 'namnd', id: 'kulturnamnden' },
      lage: 'inlamnad',
      ratt: 'lasa',
      farDela: false,
      inlamning: { grupper: [{ namn: 'Landsbygdslistan' }], person: 'Åsa Wikander', atertagen: null },
    });
    expect(kopia.nummer).toMatch(/^KUN 2026\/114-\d+$/);
    expect(kopia.inlamning?.tid.localeCompare(before)).toBe(1);
    const stored = await here.bed.services.store.load(handlingId(kopia.id));
    const sha = createHash('sha256')
      .update(canonicalText(stored?.base ?? new Uint8Array()))
      .digest('hex');
    expect(kopia.inlamning?.sha256).toBe(sha);

    const kvitto = KvittoSchema.parse(
      await (await ask('olle-hedman', 'GET', `/api/handlingar/${kopia.id}/kvitto`)).json(),
    );
    expect(kvitto).toMatchObject({ inlamning: kopia.inlamning, dnr: 'KUN 2026/114', namnd: 'Kulturnämnden' });
    expect(
      createHash('sha256')
        .update(canonicalJson(kvitto.text as TextJson))
        .digest('hex'),
    ).toBe(sha);
    expect((await visad('lina-moberg', draft.id)).inlamnade).toEqual([kopia.inlamning]);
    expect(await visad('lina-moberg', draft.id)).toMatchObject({
      lage: 'arbetsmaterial',
      ratt: 'skriva',
      nummer: null,
    });
    expect(await felOf(await ask('olle-hedman', 'GET', `/api/handlingar/${draft.id}/kvitto`))).toMatchObject({
      status: 404,
      fel: 'ejInlamnad',
    });
  });

  it('[Y5] it is there with all that is written of it, or nothing of it is', async () => {
    const draft = await utkast('Hela kopian eller ingen.');
    await visad('olle-hedman', draft.id);
    const { db } = here.bed.services;
    const counted = async () =>
      Promise.all(
        (['handling', 'dokument', 'inlamning', 'akt'] as const).map(
          async (table) => (await db.selectFrom(table).selectAll().execute()).length,
        ),
      );
    const before = await counted();
    // The last thing that is written.
    await sql`CREATE TRIGGER stopp BEFORE INSERT ON akt WHEN NEW.akt = 'inlamnad'
      BEGIN SELECT raise(ABORT, 'stopp'); END`.execute(db);
    expect((await lamnaIn(draft.id)).status).toBe(500);
    await sql`DROP TRIGGER stopp`.execute(db);
    expect(await counted()).toEqual(before);
    await inlamnad(draft.id);
  });

  it('[Y6] the bytes of the copy hold no client of the draft, no word that was taken away and nothing of who wrote', async () => {
    const draft = await utkast('Vi kräver att bussen är kvar.');
    const { doc, text } = await skriv(draft.id, ' SMYGORD som ångras.', 3_141_592);
    const before = Y.encodeStateVector(doc);
    text.delete(text.length - ' SMYGORD som ångras.'.length, ' SMYGORD som ångras.'.length);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    const updates = [{ author: personId('lina-moberg'), bytes }];
    await here.bed.services.store.append([{ handlingId: handlingId(draft.id), updates }]);
    await skriv(draft.id, ' Till sist.', 2_718_281);
    const kopia = await inlamnad(draft.id);

    const stored = await here.bed.services.store.load(handlingId(kopia.id));
    const base = stored?.base ?? new Uint8Array();
    expect(stored?.tail).toEqual([]);
    const copied = new Y.Doc();
    Y.applyUpdate(copied, base);
    expect([...copied.store.clients.keys()]).toEqual([1]);
    expect([...Y.decodeUpdate(base).ds.clients.keys()]).toEqual([]);
    expect(copied.getXmlFragment('text').toString()).toContain('Vi kräver att bussen är kvar. Till sist.');
    const raw = Buffer.from(base).toString('latin1');
    for (const trace of ['SMYGORD', 'lina', 'olle', draft.id]) expect(raw).not.toContain(trace);
    // As anybody would have made it who typed the text afresh.
    const fresh = updateFromJson(JSON.parse(canonicalText(base)) as TextJson);
    expect(Buffer.from(base).equals(Buffer.from(fresh))).toBe(true);
    // The draft keeps its history, and the copy does not follow it.
    await skriv(draft.id, ' Efteråt.', 1_618_033);
    expect(canonicalText((await here.bed.services.store.load(handlingId(kopia.id)))?.base ?? base)).not.toContain(
      'Efteråt',
    );
  });

  it('[Y8] clicked ten times at once it is one handing in; other words are confirmed and take its place', async () => {
    const draft = await utkast('Samma ord.');
    const answers = await Promise.all(Array.from({ length: 10 }, () => lamnaIn(draft.id)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true);
    const forsta = HandlingSchema.parse(await (await lamnaIn(draft.id)).json());
    expect((await visad('olle-hedman', draft.id)).inlamnade).toHaveLength(1);

    await skriv(draft.id, ' Och fler.', 77);
    expect(await felOf(await lamnaIn(draft.id))).toMatchObject({ status: 409, fel: 'ersatter' });
    const andra = await inlamnad(draft.id, 'olle-hedman', true);
    expect(andra.nummer).not.toBe(forsta.nummer);
    expect(await visad('maja-nilsson', forsta.id)).toMatchObject({
      nummer: forsta.nummer,
      inlamning: { atertagen: { person: 'Olle Hedman' } },
    });
    expect((await visad('maja-nilsson', andra.id)).inlamning?.atertagen).toBeNull();
  });

  it('[Y9] only a förtroendevald of the group: the politiske sekreterare is refused, who it is shared with too, and for others there is nothing', async () => {
    const draft = await utkast('Bara gruppens.');
    const bara = { status: 403, fel: 'ejTillaten' };
    expect(await felOf(await lamnaIn(draft.id, 'lina-moberg'))).toMatchObject(bara);
    await ask('olle-hedman', 'PUT', `/api/handlingar/${draft.id}/delningar/sofia-berg`, { ratt: 'skriva' });
    expect(await felOf(await lamnaIn(draft.id, 'sofia-berg'))).toMatchObject(bara);
    expect((await visad('sofia-berg', draft.id)).farLamnaIn).toBe(false);
    const saknas = await felOf(await lamnaIn('finns-inte', 'maja-nilsson'));
    for (const person of ANDRA.filter((one) => one !== 'sofia-berg')) {
      expect(await felOf(await lamnaIn(draft.id, person))).toEqual(saknas);
      expect(await felOf(await ask(person, 'POST', `/api/handlingar/${draft.id}/atertagande`))).toEqual(saknas);
      expect(await felOf(await ask(person, 'GET', `/api/handlingar/${draft.id}/kvitto`))).toEqual(saknas);
      expect(await felOf(await lage(person, draft.id, 'skickaUt'))).toEqual(saknas);
    }
    expect(await felOf(await lamnaIn('kulturskola-utlatande', 'anna-lindqvist'))).toMatchObject(bara);
    expect(await felOf(await lage('olle-hedman', draft.id, 'lamnaIn'))).toMatchObject(bara);
    // Who it was shared with learns nothing of what was done with it afterwards.
    await inlamnad(draft.id);
    expect((await visad('sofia-berg', draft.id)).inlamnade).toEqual([]);
  });

  it('[Y9] an empty text is refused with what to do, and what the mall misses is told but stops nothing', async () => {
    const tom = await utkast('');
    expect(await felOf(await lamnaIn(tom.id))).toMatchObject({
      status: 400,
      meddelande: expect.stringContaining('tom'),
    });
    const draft = await utkast('Utan avsnitt.');
    const infor = await (await ask('olle-hedman', 'GET', `/api/handlingar/${draft.id}/inlamning`)).json();
    expect(infor).toMatchObject({ namnd: 'Kulturnämnden', synsFor: 'presidiet', saknas: expect.any(Array) });
    expect((infor as { saknas: string[] }).saknas.length).toBeGreaterThan(0);
    expect((await ask('lina-moberg', 'GET', `/api/handlingar/${draft.id}/inlamning`)).status).toBe(403);
    await inlamnad(draft.id);
  });

  it('[Y10] before it there is nothing for anybody else; after it for those whom the nämnd has chosen, and sent out for all', async () => {
    const draft = await utkast('Vem ser den?');
    for (const person of ANDRA) expect(await sedd(person, draft.id)).toBe(404);
    const { id } = await inlamnad(draft.id);
    const seen = async () => {
      const all = [...GRUPPEN, ...ANDRA];
      const answers = await Promise.all(all.map((person) => sedd(person, id)));
      return all.filter((_, index) => answers[index] === 200);
    };
    const mottagare = [...GRUPPEN, 'maja-nilsson', 'goran-ek'];
    expect(await seen()).toEqual(mottagare);
    const { db } = here.bed.services;
    const om = { paragrafnumrering: 'ar', ersattaryttrande: true, sarskiltUttalande: true, protokollsanteckning: true };
    const satt = async (inlamnatSynsFor: string) => {
      const path = '/api/admin/namnder/kulturnamnden/installningar';
      expect(
        (await ask('ulla-berglund', 'PUT', path, { ...om, inlamnatSynsFor, dnrPrefix: 'KUN', avstangdaMallar: [] }))
          .status,
      ).toBe(200);
    };
    await satt('alla');
    expect(await seen()).toEqual([...mottagare, 'sofia-berg']);
    await satt('presidiet');
    expect(await seen()).toEqual(mottagare);
    for (const person of ANDRA) expect(await sedd(person, draft.id)).toBe(404);
    expect((await lage('maja-nilsson', id, 'skickaUt')).status).toBe(200);
    expect(await seen()).toEqual([...GRUPPEN, ...ANDRA.filter((person) => person !== 'ulla-berglund')]);
    await db.deleteFrom('installning').execute();
  });

  it('[Y10] nobody ever writes, shares or renames what has been handed in, and no program does', async () => {
    const { id, titel } = await inlamnad((await utkast('Orubbligt.')).id);
    for (const person of [...GRUPPEN, 'maja-nilsson', 'goran-ek']) {
      expect((await visad(person, id)).ratt).toBe('lasa');
      for (const [method, path, body] of [
        ['PATCH', '', { titel: 'Annat' }],
        ['PUT', '/delningar/sofia-berg', { ratt: 'lasa' }],
      ] as const)
        expect(await felOf(await ask(person, method, `/api/handlingar/${id}${path}`, body))).toMatchObject({
          status: 409,
          fel: 'ejArbetsmaterial',
        });
    }
    const { db, store } = here.bed.services;
    const bytes = updateFromJson({ type: 'doc', content: [{ type: 'paragraph' }] });
    const updates = [{ author: personId('maja-nilsson'), bytes }];
    expect(await store.append([{ handlingId: handlingId(id), updates }])).toEqual(['closed']);
    await expect(db.updateTable('handling').set({ titel: 'X' }).where('id', '=', id).execute()).rejects.toThrow(
      'handed in',
    );
    await expect(db.deleteFrom('inlamning').execute()).rejects.toThrow('registered');
    await expect(db.updateTable('inlamning').set({ sha256: 'x' }).execute()).rejects.toThrow('registered');
    expect((await visad('maja-nilsson', id)).titel).toBe(titel);
  });
});
