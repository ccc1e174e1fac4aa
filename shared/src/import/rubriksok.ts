import { HANDLINGSTYPER, type Handlingstyp } from '../handlingstyp.ts';
import type { Mall } from '../mallar/mall.ts';
import { MALLAR, mallarFor } from '../mallar/mallar.ts';
import { rubrikmonster } from '../mallar/rubrik.ts';
import type { Avsnittstyp } from '../text/avsnittstyper.ts';
import type { Rad } from './rader.ts';
import { type Radlage, slutarMening } from './radlage.ts';

const LANGST = 160;
/** Every rubrik of a mall begins with one: most lines are told apart by it at once. */
const VERSAL = /^\p{Lu}/u;
const UNDERSTRUKET = /^={3,}$/;

export interface Rubrikfynd {
  readonly typ: Avsnittstyp;
  readonly text: string;
  /** How many lines it takes. */
  readonly rader: number;
  /** Whether it is underlined, as only our own plain text has it. */
  readonly understruken: boolean;
}

/** Finds the rubriker of one kind of handling, each in every variant that some mall has. */
export class Rubriksok {
  private readonly former: readonly { readonly typ: Avsnittstyp; readonly form: RegExp }[];
  private readonly rader: readonly Rad[];
  private readonly lage: Radlage;

  constructor(handlingstyp: Handlingstyp, rader: readonly Rad[], lage: Radlage) {
    this.former = mallarFor(handlingstyp).flatMap((mall) =>
      mall.avsnitt.flatMap(({ typ, rubriker }) => rubriker.map((rubrik) => ({ typ, form: rubrikmonster(rubrik) }))),
    );
    this.rader = rader;
    this.lage = lage;
  }

  /** The rubrik that begins at the line, if one does. @param fri whether something else has just ended there. */
  vid(index: number, fri: boolean): Rubrikfynd | null {
    const rad = this.rader[index];
    const nasta = this.rader[index + 1];
    if (rad === undefined) return null;
    if (nasta?.tomma === 0 && UNDERSTRUKET.test(nasta.text)) {
      return { typ: this.typ(rad.text) ?? 'eget', text: rad.text, rader: 2, understruken: true };
    }
    if (rad.text.length > LANGST || (!fri && !this.kanBorja(index))) return null;
    const ensam = this.typ(rad.text);
    if (ensam !== null) return { typ: ensam, text: rad.text.replace(/:$/, ''), rader: 1, understruken: false };
    if (nasta === undefined || this.lage.mellanrum(nasta) > 0 || nasta.text.length > LANGST / 2) return null;
    const tillsammans = `${rad.text} ${nasta.text}`;
    const typ = tillsammans.length > LANGST ? null : this.typ(tillsammans);
    return typ === null ? null : { typ, text: tillsammans, rader: 2, understruken: false };
  }

  private kanBorja(index: number): boolean {
    const rad = this.rader[index];
    const forra = this.rader[index - 1];
    if (rad === undefined || forra === undefined) return true;
    // A line that had room for the rubrik's first word had ended what it said, period or not.
    return this.lage.mellanrum(rad) > 0 || slutarMening(forra.text) || this.lage.fickPlats(forra, rad);
  }

  private typ(text: string): Avsnittstyp | null {
    if (!VERSAL.test(text)) return null;
    const rubrik = text.replace(/:$/, '');
    return this.former.find(({ form }) => form.test(rubrik))?.typ ?? null;
  }
}

/** The kind of handling whose different avsnitt the text has most of; a tjänsteutlåtande when nothing tells. */
export function gissaHandlingstyp(rader: readonly Rad[], lage: Radlage): Handlingstyp {
  const antal = (typ: Handlingstyp): number => {
    const sok = new Rubriksok(typ, rader, lage);
    return new Set(rader.map((_, index) => sok.vid(index, false)?.typ).filter((funnen) => funnen !== 'eget')).size;
  };
  return [...HANDLINGSTYPER].map((typ) => ({ typ, antal: antal(typ) })).reduce((a, b) => (b.antal > a.antal ? b : a))
    .typ;
}

/** The mall of the kind whose first text is most like the avsnitt that were found. */
export function gissaMall(handlingstyp: Handlingstyp, funna: ReadonlySet<Avsnittstyp>): Mall {
  const likhet = (mall: Mall): number =>
    mall.avsnitt.filter((del) => del.iForstaText).reduce((sum, del) => sum + (funna.has(del.typ) ? 1 : -1), 0);
  const [forsta, ...ovriga] = mallarFor(handlingstyp);
  if (forsta === undefined) throw new RangeError(`no mall for ${handlingstyp} among ${MALLAR.length}`);
  return ovriga.reduce((bast, mall) => (likhet(mall) > likhet(bast) ? mall : bast), forsta);
}
