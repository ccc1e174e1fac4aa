import {
  canonicalJson,
  type Handling,
  HandlingSchema,
  handlingId,
  jsonFromYdoc,
  MottagareSchema,
  personId,
  SlaktskapSchema,
  UrsprungstextSchema,
} from '@samskrift/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AppBed, felOf, openAppBed } from '../http/testbed.ts';
import { documentJson } from '../store/document-bytes.ts';
import { brister } from './ge-kopior.ts';

const MODER = 'bokbuss-reservation';
const TILL = [
  { gruppId: 'landsbygdslistan-fritid', arendeId: 'landsbygd-fritid' },
  { gruppId: 'landsbygdslistan-trafik', arendeId: 'landsbygd-trafik' },
];

/** Rules Y: one text of a party for many nämnder. Henrik works at Landsbygdslistans kansli, Nils and Birgitta in one group each. */
describe('copies of a mother text', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await openAppBed();
  });
  afterEach(() => bed.close());

  const send = async (person: string, method: string, path: string, body?: unknown) =>
    (await bed.login(person)).send(method, path, body);
  const ge = (person: string, body: object = {}) =>
    send(person, 'POST', `/api/handlingar/${MODER}/kopior`, { titel: 'Bussen i byn', till: TILL, ...body });
  const slaktskap = async (person: string, id: string) =>
    SlaktskapSchema.parse(await (await send(person, 'GET', `/api/handlingar/${id}/slaktskap`)).json());
  const texter = async (person: string, id: string) =>
    UrsprungstextSchema.parse(await (await send(person, 'GET', `/api/handlingar/${id}/ursprungstext`)).json());
  const kopian = async (person: string, arende: string): Promise<Handling> => {
    const { lista } = (await (await send(person, 'GET', `/api/arenden/${arende}`)).json()) as { lista: unknown[] };
    return HandlingSchema.parse(lista[0]);
  };
  const stored = async (id: string) => {
    const document = await bed.services.store.load(handlingId(id));
    if (document === null) throw new RangeError('no document');
    return document;
  };
  /** Writes a word into a text as its saved log has it. */
  const write = async (id: string, author: string) => {
    const { base, tail } = await stored(id);
    const doc = new Y.Doc();
    for (const update of [base, ...tail]) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    const avsnitt = doc.getXmlFragment('text').get(0) as Y.XmlElement;
    const stycke = new Y.XmlElement('paragraph');
    stycke.insert(0, [new Y.XmlText('Ett tillägg.')]);
    avsnitt.push([stycke]);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await bed.services.store.append([{ handlingId: handlingId(id), updates: [{ author: personId(author), bytes }] }]);
  };

  it('[SA8] a partikansli sees the ärenden of every nämnd where its party has a group, and gives there; nobody else does', async () => {
    const arenden = (await (await send('henrik-dahl', 'GET', '/api/arenden')).json()) as { id: string }[];
    expect(arenden.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['biblioteksplan', 'landsbygd-fritid', 'landsbygd-trafik']),
    );
    const mottagare = async (person: string) =>
      MottagareSchema.array().parse(await (await send(person, 'GET', `/api/handlingar/${MODER}/mottagare`)).json());
    expect(
      (await mottagare('henrik-dahl')).map(({ namnd, arenden }) => [namnd, arenden.map(({ dnr }) => dnr)]),
    ).toEqual([
      ['Fritidsnämnden', ['FRN 2026/41']],
      ['Trafiknämnden', ['TRN 2026/77']],
    ]);
    expect(await slaktskap('henrik-dahl', MODER)).toMatchObject({ farGe: true });
    for (const member of ['olle-hedman', 'asa-wikander', 'lina-moberg']) {
      expect(await mottagare(member), member).toEqual([]);
      expect(await slaktskap(member, MODER), member).toMatchObject({ farGe: false });
      expect(await felOf(await ge(member)), member).toMatchObject({ status: 403, fel: 'ejTillaten' });
    }
    for (const outsider of ['goran-ek', 'nils-akerman', 'maja-nilsson', 'ulla-berglund'])
      expect(await felOf(await ge(outsider)), outsider).toMatchObject({ status: 404, fel: 'finnsInte' });
    await bed.services.db
      .insertInto('jav')
      .values({ arende_id: 'landsbygd-trafik', person_id: 'henrik-dahl', anmald: '', anmald_av: 'henrik-dahl' })
      .execute();
    expect((await mottagare('henrik-dahl')).map(({ arenden }) => arenden.length)).toEqual([1, 0]);
    const jav = await felOf(await ge('henrik-dahl'));
    expect(jav.meddelande).toBe('Ingenting har getts. Trafiknämnden: välj ett av nämndens ärenden.');
    await send('ulla-berglund', 'POST', '/api/admin/uppdrag/avsluta', {
      ...{ personId: 'henrik-dahl', roll: 'politisk_sekreterare', organTyp: 'partikansli' },
      ...{ organId: 'landsbygdslistan', fran: '2026-01-01' },
    });
    expect((await ge('henrik-dahl')).status).toBe(404);
  });

  it('[SA9] all are given or none, and what is refused is named', async () => {
    const [fritid, trafik] = TILL;
    await send('ulla-berglund', 'PUT', '/api/admin/namnder/trafiknamnden/installningar', {
      ...{ paragrafnumrering: 'ar', ersattaryttrande: true, sarskiltUttalande: false, protokollsanteckning: true },
      ...{ inlamnatSynsFor: 'presidiet', dnrPrefix: '', avstangdaMallar: ['tjansteutlatande-svar'] },
    });
    const before = await bed.services.db.selectFrom('handling').select('id').execute();
    const refused = async (till: object[]) => (await felOf(await ge('henrik-dahl', { till }))).meddelande;
    expect(await refused([fritid ?? {}, { ...trafik, arendeId: 'landsbygd-fritid' }])).toBe(
      'Ingenting har getts. Trafiknämnden: välj ett av nämndens ärenden.',
    );
    expect(await refused([fritid ?? {}, fritid ?? {}])).toContain(
      'Fritidsnämnden, FRN 2026/41: ärendet är valt två gånger.',
    );
    for (const gruppId of ['bjorkvikspartiet', 'landsbygdslistan', 'finns-inte'])
      expect(await refused([fritid ?? {}, { gruppId, arendeId: 'biblioteksplan' }])).toBe(
        'Ingenting har getts. En av grupperna är ingen som du kan ge texten till.',
      );
    const uttalande = await send('henrik-dahl', 'POST', '/api/arenden/biblioteksplan/handlingar', {
      ...{ typ: 'sarskilt_uttalande', mall: 'sarskilt-uttalande', titel: 'Ett uttalande' },
      agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
    });
    const { id } = HandlingSchema.parse(await uttalande.json());
    const nekad = await send('henrik-dahl', 'POST', `/api/handlingar/${id}/kopior`, { titel: 'Ett', till: TILL });
    expect((await felOf(nekad)).meddelande).toBe(
      'Ingenting har getts. Trafiknämnden, TRN 2026/77: nämnden har inte den sortens handling.',
    );
    // No kind of a group's has several mallar yet, of which the nämnd could have switched off one.
    const utanMall = { typ: 'reservation', mall: 'tjansteutlatande-svar' } as const;
    const mottagna = MottagareSchema.array().parse(
      await (await send('henrik-dahl', 'GET', `/api/handlingar/${MODER}/mottagare`)).json(),
    );
    expect(await brister(bed.services.db, utanMall, TILL, mottagna)).toEqual([
      'Trafiknämnden, TRN 2026/77: nämnden använder inte mallen «Svar på remiss».',
    ]);
    const after = await bed.services.db.selectFrom('handling').select('id').execute();
    expect(after).toHaveLength(before.length + 1);

    await bed.services.db.schema.alterTable('ursprung').renameTo('ursprung_borta').execute();
    expect((await ge('henrik-dahl')).status).toBe(500);
    await bed.services.db.schema.alterTable('ursprung_borta').renameTo('ursprung').execute();
    expect(await bed.services.db.selectFrom('handling').select('id').execute()).toHaveLength(after.length);
  });

  it('[SA10] a copy is its group’s own, begins with the mother’s saved text without its history, and never touches the mother', async () => {
    await write(MODER, 'olle-hedman');
    const mother = await stored(MODER);
    expect((await ge('henrik-dahl')).status).toBe(201);
    const copy = await kopian('nils-akerman', 'landsbygd-fritid');
    expect(copy).toMatchObject({
      titel: 'Bussen i byn',
      agare: { typ: 'partigrupp', id: 'landsbygdslistan-fritid' },
      nummer: null,
      ratt: 'skriva',
    });
    const first = await stored(copy.id);
    expect(documentJson(first.base, [])).toEqual(documentJson(mother.base, mother.tail));
    expect(JSON.stringify(documentJson(first.base, []))).toContain('Ett tillägg.');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, first.base);
    expect([...doc.store.clients.keys()]).toEqual([1]);
    expect(jsonFromYdoc(doc).content?.length).toBeGreaterThan(1);

    await write(copy.id, 'nils-akerman');
    expect(await stored(MODER)).toEqual(mother);
    for (const outsider of ['birgitta-lund', 'olle-hedman', 'petra-soder', 'goran-ek', 'ulla-berglund'])
      expect((await send(outsider, 'GET', `/api/handlingar/${copy.id}`)).status, outsider).toBe(404);
  });

  it('[SA11] a copy says where it comes from to who may see the mother, to its group only when, and to others nothing', async () => {
    await ge('henrik-dahl');
    const copy = await kopian('nils-akerman', 'landsbygd-fritid');
    const { ursprung } = await slaktskap('henrik-dahl', copy.id);
    expect(ursprung?.moder).toMatchObject({
      handlingId: MODER,
      namnd: 'Kulturnämnden',
      arende: { dnr: 'KUN 2026/114' },
    });
    const own = await slaktskap('nils-akerman', copy.id);
    expect(own).toEqual({ ursprung: { tid: ursprung?.tid, moder: null }, kopior: [], farGe: false });
    await send('nils-akerman', 'PUT', `/api/handlingar/${copy.id}/delningar/goran-ek`, { ratt: 'skriva' });
    expect(await slaktskap('goran-ek', copy.id)).toEqual({ ursprung: null, kopior: [], farGe: false });
    expect((await send('goran-ek', 'GET', `/api/handlingar/${copy.id}/ursprungstext`)).status).toBe(404);
    expect((await send('olle-hedman', 'GET', `/api/handlingar/${MODER}/ursprungstext`)).status).toBe(404);
  });

  it('[SA12] a copy is compared with the text as it was given, and as the mother is now by who may see that', async () => {
    await ge('henrik-dahl');
    const copy = await kopian('nils-akerman', 'landsbygd-fritid');
    const given = documentJson((await stored(copy.id)).base, []);
    await write(MODER, 'olle-hedman');
    const own = await texter('nils-akerman', copy.id);
    expect([JSON.stringify(own.given).includes('tillägg'), own.nu]).toEqual([false, null]);
    const kansli = await texter('henrik-dahl', copy.id);
    expect(kansli.given).toEqual(own.given);
    expect(JSON.stringify(kansli.nu)).toContain('Ett tillägg.');
    expect(own.given).toEqual(JSON.parse(canonicalJson(given)));
  });

  it('[SA13] the mother’s page tells of its copies to who may read each of them: where, and whether it differs', async () => {
    await ge('henrik-dahl');
    const fritid = await kopian('nils-akerman', 'landsbygd-fritid');
    await write(fritid.id, 'nils-akerman');
    const { kopior } = await slaktskap('henrik-dahl', MODER);
    expect(kopior.map(({ namnd, skiljer }) => [namnd, skiljer]).sort()).toEqual([
      ['Fritidsnämnden', true],
      ['Trafiknämnden', false],
    ]);
    expect((await slaktskap('olle-hedman', MODER)).kopior).toEqual([]);
    await send('nils-akerman', 'PUT', `/api/handlingar/${fritid.id}/delningar/olle-hedman`, { ratt: 'lasa' });
    expect((await slaktskap('olle-hedman', MODER)).kopior.map(({ namnd }) => namnd)).toEqual(['Fritidsnämnden']);
  });

  it('[SA14] a text that several groups write is not given on by one of them, and they are not told of its copies', async () => {
    await ge('henrik-dahl');
    const path = `/api/handlingar/${MODER}/samarbete`;
    await send('asa-wikander', 'POST', path, { grupper: ['bjorkvikspartiet'] });
    await send('stina-falk', 'PUT', `${path}/svar`, { svar: 'ja' });
    expect(await felOf(await ge('henrik-dahl'))).toMatchObject({ status: 403, fel: 'ejTillaten' });
    expect(await slaktskap('henrik-dahl', MODER)).toMatchObject({ farGe: false, kopior: [{}, {}] });
    expect(await slaktskap('goran-ek', MODER)).toEqual({ ursprung: null, kopior: [], farGe: false });
  });
});
