import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importera } from '../import/importera.ts';
import { svensktDokumentArb } from './arbitrary.test-support.ts';
import { avsnitt, beslutslista, dokument, numreradLista, punktlista, stycke } from './bygg.ts';
import { childrenOf, lopandeText, type TextJson, type TextNod } from './json.ts';
import { ordfoljd } from './ord.ts';
import { plainFromJson } from './plain.ts';

const rubrik = (avsnitt: TextNod): string => {
  const [forsta] = childrenOf(avsnitt);
  const ord = forsta?.type === 'avsnittsrubrik' ? lopandeText(forsta) : '';
  return ord
    .replace(/\[\d+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
};
/** The numbers of footnotes are the rendering's: a note that the import leaves as text shifts the others. */
const utanNotnummer = (ord: readonly string[]): readonly string[] =>
  ord.map((del) => del.replace(/\[\d+\]/g, '')).filter((del) => del !== '');
const rubriker = (json: TextJson): readonly string[] => childrenOf(json).map(rubrik);

test('[T11] plain text keeps every word, and its import gives the same words', () => {
  fc.assert(
    fc.property(svensktDokumentArb, (json) => {
      const allt =
        JSON.stringify(json)
          .match(/(?<="text":")[^"]*(?=")/g)
          ?.join(' ') ?? '';
      const ord = utanNotnummer(ordfoljd(json))
        .filter((del) => !/^\d+\.$/.test(del))
        .join(' ');
      expect([...ord.replace(/\s/g, '')].sort()).toEqual([...allt.replace(/\s/g, '')].sort());
      expect(utanNotnummer(ordfoljd(importera(plainFromJson(json)).text))).toEqual(utanNotnummer(ordfoljd(json)));
    }),
    { numRuns: 500 },
  );
});

test('[T12] the import of plain text has the same avsnitt', () => {
  fc.assert(
    fc.property(svensktDokumentArb, (json) => {
      const medRubrik = { ...json, content: childrenOf(json).filter((nod) => rubrik(nod) !== '') };
      expect(rubriker(importera(plainFromJson(medRubrik)).text)).toEqual(rubriker(medRubrik));
    }),
    { numRuns: 500 },
  );
});

test('[T13] plain text reads as a text: rubriker, numbers, bullets, notes after their avsnitt, tables', () => {
  const not = { type: 'fotnot', content: [{ type: 'text', text: 'Se bilaga.' }] };
  const cell = (type: string, ord: string) => ({ type, content: [stycke(ord)] });
  const json = dokument(
    avsnitt('beslut', 'Beslut', beslutslista(['Nämnden godkänner.'])),
    avsnitt(
      'arendet',
      'Ärendet',
      beslutslista(['Ett.', 'Två.']),
      numreradLista(['Sju.', 'Åtta.'], 7),
      punktlista(['Punkt.']),
      { type: 'paragraph', content: [{ type: 'text', text: 'Text' }, not, { type: 'text', text: '.' }] },
      { type: 'blockquote', content: [stycke('Ett citat.'), stycke('Fortsatt.')] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Namn'), cell('tableHeader', 'Datum')] },
          { type: 'tableRow', content: [cell('tableCell', 'Anna'), cell('tableCell', '2026-02-27')] },
        ],
      },
    ),
  );
  const plain = plainFromJson(json);
  expect(plain).toBe(
    [
      'Beslut\n======',
      'Nämnden godkänner.',
      'Ärendet\n=======',
      '1. Ett.\n2. Två.',
      '7. Sju.\n8. Åtta.',
      '• Punkt.',
      'Text[1].',
      '> Ett citat.\n> \n> Fortsatt.',
      '| Namn | Datum |\n| Anna | 2026-02-27 |',
      '[1] Se bilaga.\n',
    ].join('\n\n'),
  );
  const igen = importera(plain).text;
  expect(plainFromJson(igen)).toBe(plain);
  expect(JSON.stringify(igen)).toContain('"fotnot"');
});
