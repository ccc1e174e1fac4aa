import type { TextJson } from './json.ts';
import { plainFromJson } from './plain.ts';

const CITATTECKEN = /["”“„»«'’‘´`]/g;
const ORDTECKEN = /[\p{L}\p{N}]/u;

/**
 * The words in reading order: what stands between white space, quotation marks aside (they may be normalised), with at
 * least one letter or digit (a bullet or a rule is no word). Two texts with equal sequences say the same thing.
 */
export function ordfoljd(text: string | TextJson): readonly string[] {
  const plain = typeof text === 'string' ? text : plainFromJson(text);
  return plain
    .split(/\s+/u)
    .filter((ord) => ORDTECKEN.test(ord))
    .map((ord) => ord.replace(CITATTECKEN, ''));
}
