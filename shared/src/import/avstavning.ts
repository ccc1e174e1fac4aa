import type { Andring } from './forslag.ts';

/** No line of a text is as long, even when words were divided at the end of several: a bound for hostile files. */
const MAX_DEL = 2_000;
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

  /**
   * Adds a line to the lines of a paragraph; the last of them grows when a word was divided between the two.
   * @param rad number of the line that is added.
   */
  lagg(delar: string[], nasta: string, rad: number): void {
    const forra = delar.at(-1) ?? '';
    const delat = forra.length > MAX_DEL ? null : SIST.exec(forra);
    const rest = FORST.exec(nasta);
    if (delat === null || rest === null || SAMORDNANDE.test(nasta)) {
      if (forra.endsWith(MJUKT)) delar[delar.length - 1] = forra.slice(0, -1);
      delar.push(nasta);
      return;
    }
    const [, fore = ''] = delat;
    const [efter] = rest;
    const mjukt = forra.endsWith(MJUKT) || this.arAvstavat(fore, efter);
    const ord = mjukt ? `${fore}${efter}` : `${fore}-${efter}`;
    const typ = mjukt ? 'avstavning' : 'bindestreck';
    this.andringar.push({ typ, rad: rad - 1, fore: `${fore}-/${efter}`, efter: ord });
    delar[delar.length - 1] = `${forra.slice(0, delat.index)}${ord}${nasta.slice(efter.length)}`;
  }

  private arAvstavat(fore: string, efter: string): boolean {
    if (this.ord.has(`${fore}${efter}`.toLowerCase())) return true;
    if (this.ord.has(`${fore}-${efter}`.toLowerCase())) return false;
    const forkortning = fore.length === 1 || fore === fore.toUpperCase();
    return !forkortning && /^\p{Ll}/u.test(efter);
  }
}
