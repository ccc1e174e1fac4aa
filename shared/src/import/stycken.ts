import type { Avsnittstyp } from '../text/avsnittstyper.ts';
import type { Radfogare } from './avstavning.ts';
import type { Andring } from './forslag.ts';
import { type Markor, markorI } from './markor.ts';
import type { Rad } from './rader.ts';
import { type Radlage, slutarMening } from './radlage.ts';
import type { Rubriksok } from './rubriksok.ts';

export type Stycke =
  | { readonly slag: 'rubrik'; readonly rad: number; readonly typ: Avsnittstyp; readonly text: string }
  | {
      readonly slag: 'underrubrik' | 'stycke' | 'punkt' | 'citat' | 'tabellrad';
      readonly rad: number;
      readonly text: string;
    }
  | {
      readonly slag: 'nummer';
      readonly rad: number;
      readonly nr: number;
      readonly marke: string;
      readonly text: string;
    };

const STRECK = /^[_=*–—-]{3,}$/;

/** Goes through the lines once and gathers them to rubriker, paragraphs and list points. */
export class Styckesok {
  private readonly rader: readonly Rad[];
  private readonly lage: Radlage;
  private readonly rubriker: Rubriksok;
  private readonly fogare: Radfogare;
  private readonly andringar: Andring[];
  private readonly stycken: Stycke[] = [];
  private typ: Avsnittstyp = 'eget';

  constructor(rader: readonly Rad[], lage: Radlage, rubriker: Rubriksok, fogare: Radfogare, andringar: Andring[]) {
    this.rader = rader;
    this.lage = lage;
    this.rubriker = rubriker;
    this.fogare = fogare;
    this.andringar = andringar;
  }

  sok(fran: number): readonly Stycke[] {
    for (let index = fran; index < this.rader.length; ) index += this.taFran(index, index === fran);
    return this.stycken;
  }

  /** @returns how many lines were taken. */
  private taFran(index: number, forst: boolean): number {
    const rad = this.rader[index];
    if (rad === undefined) return 1;
    if (STRECK.test(rad.text)) {
      this.andringar.push({ typ: 'streck', rad: rad.nr, fore: rad.text, efter: '' });
      return 1;
    }
    const fri = forst || this.stycken.at(-1)?.slag !== 'stycke';
    const rubrik = this.rubriker.vid(index, fri);
    if (rubrik !== null) {
      this.typ = rubrik.typ;
      this.stycken.push({ slag: 'rubrik', rad: rad.nr, typ: rubrik.typ, text: rubrik.text });
      this.andringar.push({ typ: 'rubrik', rad: rad.nr, fore: rubrik.text, efter: rubrik.typ });
      return rubrik.rader;
    }
    const under = this.underrubrik(index);
    if (under > 0) {
      this.stycken.push({ slag: 'underrubrik', rad: rad.nr, text: rad.text });
      this.andringar.push({ typ: 'underrubrik', rad: rad.nr, fore: rad.text, efter: rad.text });
      return under;
    }
    return this.block(index, markorI(rad.text, this.typ, fri || this.borjar(index)));
  }

  private block(index: number, markor: Markor | null): number {
    const forsta = this.rader[index];
    if (forsta === undefined) return 1;
    const inledning = markor?.text ?? forsta.text;
    const delar = inledning === '' ? [] : [inledning];
    let slut = index + 1;
    for (; markor?.slag !== 'tabellrad' && this.fortsatter(slut, markor, delar.length === 0); slut += 1) {
      const rad = this.rader[slut];
      if (rad === undefined) break;
      const ord = markor?.slag === 'citat' ? (markorI(rad.text, this.typ, true)?.text ?? rad.text) : rad.text;
      if (delar.length === 0) delar.push(ord);
      else this.fogare.lagg(delar, ord, rad.nr);
    }
    const text = delar.join(' ');
    if (slut - index > 1) {
      const fore = this.rader.slice(index, slut).map((rad) => rad.text);
      this.andringar.push({ typ: 'rader', rad: forsta.nr, fore: fore.join('\n'), efter: text });
    }
    if (markor?.slag === 'nummer') this.stycken.push({ ...markor, rad: forsta.nr, text });
    else if (text !== '') this.stycken.push({ slag: markor?.slag ?? 'stycke', rad: forsta.nr, text });
    return slut - index;
  }

  /** Whether the line goes on with the block that the line before it is in. */
  private fortsatter(index: number, markor: Markor | null, tom: boolean): boolean {
    const rad = this.rader[index];
    const forra = this.rader[index - 1];
    if (rad === undefined || forra === undefined || STRECK.test(rad.text)) return false;
    const ilista = markor !== null;
    if (markor?.slag === 'citat') return rad.tomma === 0 && /^> \S/.test(rad.text);
    if (this.rubriker.vid(index, ilista) !== null) return false;
    // A marker alone on its line has its words on the next.
    if (tom) return this.lage.mellanrum(rad) === 0 && markorI(rad.text, this.typ, true) === null;
    if (this.lage.nyttStycke(forra, rad)) return false;
    if (ilista && this.lage.dubbelt && this.lage.fickPlats(forra, rad)) return false;
    return markorI(rad.text, this.typ, ilista || this.borjar(index)) === null;
  }

  private borjar(index: number): boolean {
    const rad = this.rader[index];
    const forra = this.rader[index - 1];
    return rad === undefined || forra === undefined || this.lage.mellanrum(rad) > 0 || slutarMening(forra.text);
  }

  /** A heading of the author's own: underlined, or a short line by itself over its text. @returns lines taken, 0 if none. */
  private underrubrik(index: number): number {
    const rad = this.rader[index];
    const nasta = this.rader[index + 1];
    if (rad === undefined || nasta === undefined || nasta.tomma > 0) return 0;
    if (/^-{3,}$/.test(nasta.text)) return 2;
    if (this.lage.dubbelt || rad.tomma === 0 || this.typ === 'handlingar' || this.typ === 'signerat_av') return 0;
    const rubriklik = rad.text.length <= 60 && /^\p{Lu}[^.!?;:]*[^.,!?;:\d-]$/u.test(rad.text);
    return rubriklik && /^\p{Lu}/u.test(nasta.text) && this.lage.fickPlats(rad, nasta) ? 1 : 0;
  }
}
