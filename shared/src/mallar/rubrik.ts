/** The names that vary between authorities (domain §1.2). Left out, the general word stands. */
export interface Variabler {
  /** «Kulturnämnden». */
  readonly namnd?: string | undefined;
  /** «Kulturförvaltningen», «Stadsbyggnadskontoret». */
  readonly forvaltning?: string | undefined;
}

const VARIABEL = /\{(namnd|myndighetens|Myndighetens|egetnamns)\}/g;

/** Puts the authority's own names into a text of a mall: «{Myndighetens} förslag» → «Kontorets förslag». */
export function fyllI(text: string, variabler: Variabler): string {
  const forvaltning = variabler.forvaltning?.trim() || 'Förvaltningen';
  const ord = /kontor(?:et)?$/i.test(forvaltning) ? 'kontorets' : 'förvaltningens';
  const varden: Record<string, string> = {
    namnd: variabler.namnd?.trim() || 'Nämnden',
    myndighetens: ord,
    Myndighetens: ord.charAt(0).toUpperCase() + ord.slice(1),
    egetnamns: genitiv(forvaltning),
  };
  return text.replace(VARIABEL, (hel, namn: string) => varden[namn] ?? hel);
}

/**
 * A test for one rubrik of a mall in which any authority's name fits where a variable stands, so that a text written by
 * two («Kulturförvaltningens och Stockholms stadsarkivs synpunkter») or by another is recognised.
 */
export function rubrikmonster(rubrik: string): RegExp {
  const delar = rubrik.split(/\{\w+\}/).map((del) => del.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return new RegExp(`^\\s*${delar.join('\\p{Lu}[\\p{L}, -]{0,120}s')}\\s*$`, 'u');
}

function genitiv(namn: string): string {
  return /[sxz]$/i.test(namn) ? namn : `${namn}s`;
}
