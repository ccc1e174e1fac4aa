import type { Andring } from './forslag.ts';

/** One printed line of the original. */
export interface Rad {
  /** From 1. */
  readonly nr: number;
  readonly text: string;
  /** How many empty lines stand before it. */
  readonly tomma: number;
  /** Whether a page of the original began between the last line and this one. */
  readonly nySida: boolean;
  /** Whether two blanks end the line, as PDF text does where a paragraph ended. */
  readonly styckeslut: boolean;
}

/** PDF ligatures, invisible characters, letters in two parts: the same word to the eye, another to a search. */
const LIGATUR = /[\ufb00-\ufb06]/g;
/** A joiner between two pictures makes them one, and is seen. */
const OSYNLIGT =
  /[\u200b\u200c\u2060\ufeff]|(?<!\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** A soft hyphen shows only where it divides a word, at the line end. */
const MJUKT_INUTI = /\u00ad(?=.)/g;
const BLANKT = /[\s\u00a0]+/g;

/** The lines that have words on them, each in composed Unicode (NFC) with single spaces. */
export function raderI(original: string, andringar: Andring[]): readonly Rad[] {
  const rader: Rad[] = [];
  let tomma = 0;
  let nySida = false;
  for (const [index, ra] of original.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (ra.includes('\f')) nySida = true;
    const fore = ra.replace(BLANKT, ' ').trim();
    const text = fore
      .replace(LIGATUR, (tecken) => tecken.normalize('NFKC'))
      .replace(OSYNLIGT, '')
      .replace(MJUKT_INUTI, '')
      .normalize('NFC')
      .trim();
    if (text !== fore) andringar.push({ typ: 'teckenform', rad: index + 1, fore, efter: text });
    if (text === '') {
      tomma += 1;
      continue;
    }
    rader.push({ nr: index + 1, text, tomma, nySida, styckeslut: / {2}$/.test(ra) });
    tomma = 0;
    nySida = false;
  }
  return rader;
}
