import { stycke } from '../text/bygg.ts';
import type { TextNod } from '../text/json.ts';
import type { Stycke } from './stycken.ts';

/** Words of footnotes by their number. */
export type Noter = ReadonlyMap<string, string>;
type Del = Exclude<Stycke, { slag: 'rubrik' }>;

const NOT = /^\[(\d{1,4})\] (\S.*)$/s;
const HANVISNING = /\[(\d{1,4})\]/g;

/** Takes the footnotes that stand after an avsnitt («[1] …», as plainFromJson writes them) off its parts. */
export function skiljNoter(delar: readonly Del[]): { readonly noter: Noter; readonly kvar: readonly Del[] } {
  const noter = new Map<string, string>();
  let slut = delar.length;
  for (; slut > 0; slut -= 1) {
    const traff = delar[slut - 1]?.slag === 'stycke' ? NOT.exec(delar[slut - 1]?.text ?? '') : null;
    if (traff === null || noter.has(traff[1] ?? '')) break;
    noter.set(traff[1] ?? '', traff[2] ?? '');
  }
  const kvar = delar.slice(0, slut);
  const visade = kvar
    .filter(kanHaNot)
    .flatMap((del) => Array.from(del.text.matchAll(HANVISNING), (traff) => traff[1] ?? ''));
  const enGang = Array.from(noter.keys()).every((nr) => visade.filter((visad) => visad === nr).length === 1);
  const hanvisade = visade.length <= 1000 && enGang;
  return hanvisade ? { noter, kvar } : { noter: new Map(), kvar: delar };
}

/** A row of a table is cut into cells before its notes could be set: its numbers stay as they are written. */
const kanHaNot = (del: Del): boolean => del.slag !== 'tabellrad';

/** A paragraph with each footnote at its reference. */
export function styckeMedNoter(text: string, noter: Noter): TextNod {
  if (noter.size === 0) return stycke(text);
  const content: TextNod[] = [];
  let fran = 0;
  for (const traff of text.matchAll(HANVISNING)) {
    const not = noter.get(traff[1] ?? '');
    if (not === undefined) continue;
    if (traff.index > fran) content.push({ type: 'text', text: text.slice(fran, traff.index) });
    content.push({ type: 'fotnot', content: [{ type: 'text', text: not }] });
    fran = traff.index + traff[0].length;
  }
  if (fran < text.length) content.push({ type: 'text', text: text.slice(fran) });
  return content.length === 0 ? stycke(text) : { type: 'paragraph', content };
}
