import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HandlingSchema, handlingId, personId, SoksvarSchema, type TextJson } from '@samskrift/shared';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AppBed, openAppBed } from './http/testbed.ts';

const ARENDE = '/api/arenden/biblioteksplan/handlingar';
/** One for each way into the store: title, new title, first text, log, log after a compaction. */
const HEMLIGA = ['Hemligtitel', 'Hemligomdöpt', 'hemligförsta', 'hemlignästa', 'hemligsenare'];
const OPPNA = ['Öppentitel', 'öppenförsta', 'öppennästa'];

let bed: AppBed;
afterEach(() => bed.close());

function paragraph(words: string): TextJson {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };
}

/** Which of the words can be read in any file of the data directory, in any encoding SQLite or JavaScript writes. */
function readable(words: readonly string[]): string[] {
  const files = readdirSync(bed.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
  const forms = (word: string) => [word, word.toLowerCase(), word.normalize('NFD')];
  return words.filter((word) =>
    forms(word).some((form) => bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le'))),
  );
}

it('[Q1] a copy of the data directory holds no word of a group’s, whatever its people did', async () => {
  bed = await openAppBed();
  const { store } = bed.services;
  const append = async (id: string, words: string) => {
    const stored = await store.load(handlingId(id));
    const doc = new Y.Doc();
    for (const update of [stored?.base, ...(stored?.tail ?? [])]) if (update !== undefined) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment('text').push([paragraph]);
    const update = { author: personId('olle-hedman'), bytes: Y.encodeStateAsUpdate(doc, before) };
    expect(await store.append([{ handlingId: handlingId(id), updates: [update] }])).toEqual(['saved']);
  };
  const make = async (person: string, body: object) => {
    const answer = await (await bed.login(person)).send('POST', ARENDE, body);
    return HandlingSchema.parse(await answer.json()).id;
  };
  const open = await make('anna-lindqvist', {
    typ: 'tjansteutlatande',
    mall: 'tjansteutlatande-svar',
    titel: 'Öppentitel',
    text: paragraph('öppenförsta'),
    agare: { typ: 'forvaltning', id: 'kulturforvaltningen' },
  });
  const secret = await make('olle-hedman', {
    typ: 'reservation',
    mall: 'reservation',
    titel: 'Hemligtitel',
    text: paragraph('hemligförsta'),
    agare: { typ: 'partigrupp', id: 'landsbygdslistan' },
  });
  const olle = await bed.login('olle-hedman');
  await append(open, 'öppennästa');
  await append(secret, 'hemlignästa');
  const found = async (word: string) => SoksvarSchema.parse(await (await olle.get(`/api/sok?q=${word}`)).json()).antal;
  expect([await found('hemligförsta'), await found('hemlignästa')]).toEqual([1, 1]);
  expect((await olle.send('PATCH', `/api/handlingar/${secret}`, { titel: 'Hemligomdöpt' })).status).toBe(200);
  expect(readable(OPPNA)).toEqual(OPPNA);
  expect(readable(HEMLIGA)).toEqual([]);

  await store.compact(handlingId(secret));
  await append(secret, 'hemligsenare');
  await store.load(handlingId(secret));
  expect([await found('hemligomdöpt'), await found('hemligsenare')]).toEqual([1, 1]);
  expect(readable(HEMLIGA)).toEqual([]);
});
