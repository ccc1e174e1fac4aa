import type { Avsnittstyp } from '../text/avsnittstyper.ts';

/** What a line begins with, taken off its words. */
export type Markor =
  | { readonly slag: 'punkt' | 'citat' | 'tabellrad'; readonly text: string }
  | {
      readonly slag: 'nummer';
      readonly nr: number;
      /** The number as it is written, for one that turns out to be no point of a list. */
      readonly marke: string;
      readonly text: string;
    };

/** U+F0B7, U+F0A7 and U+F0D8 are Word's bullets in the Symbol and Wingdings fonts, as PDF text has them. */
const PUNKT = /^[•·‣◦▪●○\uf0b7\uf0a7\uf0d8](?: (.*)|(\S.*)|)$/;
const STRECK = /^[-–] (\S.*)$/;
const NUMMER = /^((\d{1,3})[.)])(?: (.*)|)$/;
/** «1 Att …» without its period stands in real reservationer (domain §2.2). */
const ATT_NUMMER = /^(["”“]?)((\d{1,2})[.)]?) ([Aa]tt .*)$/;
const CITAT = /^>(?: (.*)|)$/;
const TABELLRAD = /^\|(.*)\|$/;
const SIGNATUR = /^(Namn|\p{Lu}.*\p{L}) (Datum|\d{4}-\d{2}-\d{2})$/u;
const HANDLING = /^[A-ZÅÄÖ]{2,4} ?\d{4}\/\d+-\d+/;

/** Where a list of points decides something. */
export const BESLUTANDE: ReadonlySet<Avsnittstyp> = new Set([
  'forslag_till_beslut',
  'beslut',
  'attsatser',
  'reservation',
]);

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
  if (nummer !== null) return nummerAv(nummer[1], nummer[2], nummer[3]);
  const att = BESLUTANDE.has(typ) ? ATT_NUMMER.exec(text) : null;
  if (att !== null) return nummerAv(att[2], att[3], `${att[1]}${att[4]}`);
  const citat = CITAT.exec(text);
  if (citat !== null) return { slag: 'citat', text: (citat[1] ?? '').trim() };
  const rad = TABELLRAD.exec(text);
  return rad === null ? null : { slag: 'tabellrad', text: (rad[1] ?? '').trim() };
}

function nummerAv(marke = '', nr = '', text = ''): Markor {
  return { slag: 'nummer', nr: Number(nr), marke, text: text.trim() };
}
