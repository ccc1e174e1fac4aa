import type { Andring } from './forslag.ts';

const MJUKT = '\u00ad';
const SIST = /([\p{L}\p{N}]+)[-\u2010\u2011\u00ad]$/u;
const FORST = /^[\p{L}\p{N}]+/u;
/** After these a hyphen belongs to the word: «trygghets- och säkerhetsarbetet». */
const SAMORDNANDE = /^(?:och|eller|samt|respektive|resp|som|till|kontra|men|utan)(?![\p{L}\p{N}])/u;

/**
 * Joins printed lines to running text. A word divided at the line end is joined; a hyphen that is part of the word stays.
 * Which it is: the rest of the text when the word is found there, else the forms that are never division (before «och»,
 * after a number, an abbreviation or one letter, before a capital).
 */
export class Radfogare {
  private readonly ord: ReadonlySet<string>;
  private readonly andringar: Andring[];

  constructor(original: string, andringar: Andring[]) {
    this.ord = new Set(original.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []);
    this.andringar = andringar;
  }

  /** @param rad number of the line that `nasta` is. */
  foga(forra: string, nasta: string, rad: number): string {
    const delat = SIST.exec(forra);
    const rest = FORST.exec(nasta);
    if (delat === null || rest === null) return `${forra.endsWith(MJUKT) ? forra.slice(0, -1) : forra} ${nasta}`;
    const [, fore = ''] = delat;
    const [efter] = rest;
    if (SAMORDNANDE.test(nasta)) return `${forra} ${nasta}`;
    const mjukt = forra.endsWith(MJUKT) || this.arAvstavat(fore, efter);
    const ord = mjukt ? `${fore}${efter}` : `${fore}-${efter}`;
    this.andringar.push({
      typ: mjukt ? 'avstavning' : 'bindestreck',
      rad: rad - 1,
      fore: `${fore}-/${efter}`,
      efter: ord,
    });
    return `${forra.slice(0, delat.index)}${ord}${nasta.slice(efter.length)}`;
  }

  private arAvstavat(fore: string, efter: string): boolean {
    if (this.ord.has(`${fore}${efter}`.toLowerCase())) return true;
    if (this.ord.has(`${fore}-${efter}`.toLowerCase())) return false;
    const forkortning = fore.length === 1 || fore === fore.toUpperCase();
    return !forkortning && /^\p{Ll}/u.test(efter);
  }
}
