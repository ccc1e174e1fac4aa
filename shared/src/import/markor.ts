import type { Avsnittstyp } from '../text/avsnittstyper.ts';

/** What a line begins with, taken off its words. */
export type Markor =
  | { readonly slag: 'punkt' | 'citat' | 'tabellrad'; readonly text: string }
  | { readonly slag: 'nummer'; readonly nr: number; readonly text: string };

/** U+F0B7, U+F0A7 and U+F0D8 are Word's bullets in the Symbol and Wingdings fonts, as PDF text has them. */
const PUNKT = /^[•·‣◦▪●○\uf0b7\uf0a7\uf0d8](?: (.*)|(\S.*)|)$/;
const STRECK = /^[-–] (\S.*)$/;
const NUMMER = /^(\d{1,3})[.)](?: (.*)|)$/;
/** «1 Att …» without its period stands in real reservationer (domain §2.2). */
const ATT_NUMMER = /^(["”“]?)(\d{1,2})[.)]? ([Aa]tt .*)$/;
const CITAT = /^>(?: (.*)|)$/;
const TABELLRAD = /^\|(.*)\|$/;
const SIGNATUR = /^(Namn|\p{Lu}.*\p{L}) (Datum|\d{4}-\d{2}-\d{2})$/u;
const HANDLING = /^[A-ZÅÄÖ]{2,4} ?\d{4}\/\d+-\d+/;

/** @param fri whether a block can begin here at all; without it only marks that stand nowhere else count. */
export function markorI(text: string, typ: Avsnittstyp, fri: boolean): Markor | null {
  const punkt = PUNKT.exec(text);
  if (punkt !== null) return { slag: 'punkt', text: (punkt[1] ?? punkt[2] ?? '').trim() };
  if (typ === 'handlingar' && HANDLING.test(text)) return { slag: 'punkt', text };
  const signatur = typ === 'signerat_av' ? SIGNATUR.exec(text) : null;
  if (signatur !== null) return { slag: 'tabellrad', text: `${signatur[1]} | ${signatur[2]}` };
  if (!fri) return null;
  const streck = STRECK.exec(text);
  if (streck !== null) return { slag: 'punkt', text: streck[1] ?? '' };
  const nummer = NUMMER.exec(text);
  if (nummer !== null) return { slag: 'nummer', nr: Number(nummer[1]), text: (nummer[2] ?? '').trim() };
  const att = ATT_NUMMER.exec(text);
  if (att !== null) return { slag: 'nummer', nr: Number(att[2]), text: `${att[1]}${att[3]}` };
  const citat = CITAT.exec(text);
  if (citat !== null) return { slag: 'citat', text: (citat[1] ?? '').trim() };
  const rad = TABELLRAD.exec(text);
  return rad === null ? null : { slag: 'tabellrad', text: (rad[1] ?? '').trim() };
}
