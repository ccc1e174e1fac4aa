import type { Forvaxling } from './forslag.ts';
import type { Rad } from './rader.ts';

const LIKA = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    ԁ: 'd',
    һ: 'h',
    ӧ: 'ö',
    ӓ: 'ä',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    І: 'I',
    Ј: 'J',
    Ѕ: 'S',
    α: 'a',
    ο: 'o',
    ν: 'v',
    ρ: 'p',
    ι: 'i',
    κ: 'k',
    υ: 'u',
    ϲ: 'c',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
  }),
);
const FRAMMANDE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const SVENSKT = /\p{Script=Latin}/u;

/**
 * Words in which a Cyrillic or Greek letter stands for the Latin one it looks like. A word of another language, which has
 * letters that look like nothing Swedish, is left alone, and so is a single Greek letter (a unit or a name in a formula).
 */
export function forvaxlingarI(rader: readonly Rad[]): readonly Forvaxling[] {
  return rader.flatMap(({ nr, text }) =>
    (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(arForvaxlat).map((ord) => ({
      rad: nr,
      ord,
      forslag: Array.from(ord, (tecken) => LIKA.get(tecken) ?? tecken).join(''),
    })),
  );
}

function arForvaxlat(ord: string): boolean {
  if (!FRAMMANDE.test(ord)) return false;
  if (SVENSKT.test(ord)) return true;
  return !/^\p{Script=Greek}$/u.test(ord) && Array.from(ord).every((tecken) => LIKA.has(tecken));
}
