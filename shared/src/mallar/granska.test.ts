import { expect, test } from 'vitest';
import { avsnitt, beslutslista, dokument, stycke } from '../text/bygg.ts';
import type { TextJson, TextNod } from '../text/json.ts';
import { nodeFromJson } from '../text/node.ts';
import { positionFromPlats } from '../text/plats.ts';
import { forstaText } from './forsta-text.ts';
import { type Anmarkning, granska } from './granska.ts';
import type { Mall } from './mall.ts';
import { mallMedId } from './mallar.ts';

function mallen(id: string): Mall {
  const mall = mallMedId(id);
  if (mall === null) throw new RangeError(id);
  return mall;
}
const reservation = mallen('reservation');
const motivering = avsnitt('motivering', 'Motivering', stycke('Därför.'));
const medBeslut = (...block: readonly TextNod[]): TextJson =>
  dokument(avsnitt('attsatser', 'Yrkande', ...block), motivering);
const typer = (anmarkningar: readonly Anmarkning[]): readonly string[] => anmarkningar.map(({ typ }) => typ);

test('[M6] a text that has what its mall asks for has an empty checklist', () => {
  const json = medBeslut(beslutslista(['Att delvis bifalla förslaget.', 'Att därutöver anföra följande.']));
  expect(granska(json, reservation)).toEqual([]);
});

test('[M7] a mandatory avsnitt that is missing or empty is named, an optional one is not missed', () => {
  const svar = mallen('tjansteutlatande-svar');
  const json = dokument(...(forstaText(svar, {}).content ?? []).slice(0, 4));
  expect(granska(json, svar).map(({ typ, text, plats }) => ({ typ, text, plats }))).toEqual([
    { typ: 'avsnitt_tomt', text: 'Avsnittet «Sammanfattning» är tomt.', plats: [1, 1] },
    { typ: 'avsnitt_tomt', text: 'Avsnittet «Ärendet» är tomt.', plats: [2, 1] },
    { typ: 'avsnitt_tomt', text: 'Avsnittet «Ärendets beredning» är tomt.', plats: [3, 1] },
    { typ: 'avsnitt_saknas', text: 'Avsnittet «Förvaltningens synpunkter» saknas.', plats: null },
  ]);
});

test('[M8] a rubrik outside the variants of the mall is pointed at, with the variants', () => {
  const json = dokument(avsnitt('attsatser', 'Vårt yrkande', beslutslista(['Att avslå.'])), motivering);
  expect(granska(json, reservation)).toMatchObject([
    { typ: 'rubrik', plats: [0, 0], text: expect.stringContaining('«Förslag till beslut» eller «Yrkande»') },
  ]);
  const tom = dokument(avsnitt('attsatser', '', beslutslista(['Att avslå.'])), motivering);
  expect(typer(granska(tom, reservation))).toEqual(['rubrik']);
});

test('[M9] a decision is one list: none and two are both pointed at', () => {
  expect(granska(medBeslut(stycke('Att avslå.')), reservation)).toMatchObject([{ typ: 'beslutslista', plats: [0] }]);
  const tva = medBeslut(beslutslista(['Att avslå.']), beslutslista(['Att anföra.']));
  expect(granska(tva, reservation)).toMatchObject([{ typ: 'beslutslista', plats: [0, 2] }]);
});

test('[M10] an empty point, «yrka bifall» and a contradiction are pointed at where they stand', () => {
  const json = medBeslut(
    beslutslista([
      'Att delvis yrka bifall till förslaget.',
      ' ',
      'Att istället anföra följande.',
      'Att i stället anföra.',
    ]),
  );
  const funna = granska(json, reservation);
  expect(funna.map(({ typ, plats }) => ({ typ, plats }))).toEqual([
    { typ: 'yrka_bifall', plats: [0, 1, 0] },
    { typ: 'beslutssats_tom', plats: [0, 1, 1] },
    { typ: 'motsagelse', plats: [0, 1] },
  ]);
  expect(new Set(funna.map(({ id }) => id)).size).toBe(funna.length);
  const rimligt = medBeslut(beslutslista(['Att bifalla förslaget.', 'Att delvis bifalla.', 'Att därutöver anföra.']));
  expect(granska(rimligt, reservation)).toEqual([]);
});

test('[M11] a place leads into the node it names, and to nothing when the text has changed', () => {
  const doc = nodeFromJson(medBeslut(beslutslista(['Att avslå.', ''])));
  const position = positionFromPlats(doc, [0, 1, 1]);
  expect(position === null ? null : doc.resolve(position).parent).toBe(doc.child(0).child(1).child(1));
  expect(positionFromPlats(doc, [0, 1, 2])).toBeNull();
  expect(positionFromPlats(doc, [7])).toBeNull();
});

test('[M12] the checklist of a text of 230,000 characters takes less than 5 ms', () => {
  const svar = mallen('tjansteutlatande-svar');
  const stycken = Array.from({ length: 480 }, () => stycke('Nämnden ser positivt på förslaget. '.repeat(14)));
  const delar = (forstaText(svar, {}).content ?? []).map((del) => ({
    ...del,
    content: [...(del.content ?? []), ...stycken],
  }));
  const json = dokument(...delar, avsnitt('eget', 'Tomt', ...Array.from({ length: 2000 }, () => stycke(''))));
  const tider = Array.from({ length: 20 }, () => {
    const before = performance.now();
    granska(json, svar);
    return performance.now() - before;
  });
  expect(Math.min(...tider)).toBeLessThan(5);
});
