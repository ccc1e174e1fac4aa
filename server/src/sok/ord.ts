/** A piece of a text; `traff` where it is a word that was asked for. */
export interface Bit {
  readonly text: string;
  readonly traff: boolean;
}

/** What is more than a person types: a longer question is answered by its first words. */
const ORD_MEST = 12;
/** Words as SQLite's unicode61 takes them: letters, marks and numbers. */
const ORD = /[\p{L}\p{M}\p{N}\p{Co}]+/gu;

const UTDRAG_TECKEN = 160;
const FORE_TECKEN = 50;

/** The words of a question, in lower case; none for one of signs alone. */
export function sokord(fraga: string): readonly string[] {
  const found = fraga.normalize('NFC').toLocaleLowerCase('sv').match(ORD) ?? [];
  return [...new Set(found)].slice(0, ORD_MEST);
}

/** The question for FTS5: every word, each as the beginning of one. Quoted, nothing in it is an operator. */
export function ftsFraga(ord: readonly string[]): string {
  return ord.map((ett) => `"${ett}"*`).join(' ');
}

/** The same question asked of a text in memory: an excerpt with the hits marked; null where a word is missing. */
export function sokIText(titel: string, text: string, ord: readonly string[]): readonly Bit[] | null {
  const all = [...traffar(titel, ord), ...traffar(text, ord)];
  if (ord.length === 0 || !ord.every((ett) => all.some(({ word }) => word.startsWith(ett)))) return null;
  const inText = traffar(text, ord);
  const first = inText[0]?.from ?? 0;
  const start = first <= FORE_TECKEN ? 0 : text.indexOf(' ', first - FORE_TECKEN) + 1;
  const slut = start + UTDRAG_TECKEN;
  const bits: Bit[] = [{ text: start > 0 ? '…' : '', traff: false }];
  let at = start;
  for (const { from, to } of inText) {
    if (from < at || to > slut) continue;
    bits.push({ text: text.slice(at, from), traff: false }, { text: text.slice(from, to), traff: true });
    at = to;
  }
  bits.push({ text: text.slice(at, slut), traff: false }, { text: text.length > slut ? '…' : '', traff: false });
  return bits.filter((bit) => bit.text !== '');
}

function traffar(text: string, ord: readonly string[]): { word: string; from: number; to: number }[] {
  return [...text.matchAll(ORD)].flatMap(({ 0: found, index }) => {
    const word = found.toLocaleLowerCase('sv');
    return ord.some((ett) => word.startsWith(ett)) ? [{ word, from: index, to: index + found.length }] : [];
  });
}

/** The marks that FTS5 puts around a hit: signs that no indexed text holds. */
export const MARKE = { start: '\u0002', slut: '\u0003' } as const;

/** An excerpt from FTS5 as its pieces. */
export function bitar(utdrag: string): readonly Bit[] {
  const [before = '', ...rest] = utdrag.split(MARKE.start);
  const bits = rest.flatMap((piece): Bit[] => {
    const [traff = '', after = ''] = piece.split(MARKE.slut);
    return [
      { text: traff, traff: true },
      { text: after, traff: false },
    ];
  });
  return [{ text: before, traff: false }, ...bits].filter(({ text }) => text !== '');
}
