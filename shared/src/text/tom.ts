import { childrenOf, type TextNod } from './json.ts';

/** Whether nobody has written anything: a mall's rubriker alone are no text. */
export function arTom(nod: TextNod): boolean {
  if (nod.type === 'avsnittsrubrik') return true;
  return nod.text === undefined ? childrenOf(nod).every(arTom) : nod.text.trim() === '';
}
