import type { ForvaltningId, HandlingId, NamndId, PartigruppId, PersonId } from './ids.ts';
import { harNatt, type Lage, lageEfter } from './lage.ts';

/** What a person may do with one handling, weakest first. */
export const RATTER = ['ingen', 'lasa', 'kommentera', 'skriva'] as const;
export type Ratt = (typeof RATTER)[number];

export const ROLLER = [
  'handlaggare',
  'avdelningschef',
  'forvaltningschef',
  'registrator',
  'namndsekreterare',
  'ordforande',
  'vice_ordforande',
  'justerare',
  'ledamot',
  'ersattare',
  'gruppledare',
  'politisk_sekreterare',
  'borgarrad',
  'borgarradssekreterare',
  'remissammanstallare',
  'radsledamot',
  'personalforetradare',
  'revisor',
  'arkivarie',
  'dataskyddsombud',
] as const;
export type Roll = (typeof ROLLER)[number];

/** Where an uppdrag is held, and who owns a handling. */
export type Organ =
  | { readonly typ: 'forvaltning'; readonly id: ForvaltningId }
  | { readonly typ: 'namnd'; readonly id: NamndId }
  | { readonly typ: 'partigrupp'; readonly id: PartigruppId };

/** An uppdrag holds from `fran` up to, not including, `till`; both ISO dates `YYYY-MM-DD`, `till` null while it lasts. */
export interface Uppdrag {
  readonly roll: Roll;
  readonly organ: Organ;
  readonly fran: string;
  readonly till: string | null;
}

export interface RattPerson {
  readonly id: PersonId;
  readonly uppdrag: readonly Uppdrag[];
}

/** Who in a nämnd sees what has been handed in, before it is sent out: those who receive it, or all. */
export type SynsFor = 'presidiet' | 'alla';
/** In a nämnd that has decided nothing. */
export const SYNS_UTAN_BESLUT: SynsFor = 'presidiet';

/** What the right to a handling depends on: its owner, its nämnd, its läge, its seal, who writes it too and who it has been shared with. */
export interface RattHandling {
  readonly id: HandlingId;
  readonly namndId: NamndId;
  readonly agare: Organ;
  readonly lage: Lage;
  readonly forseglad: boolean;
  /** Where this is a clean copy that has been handed in: for which groups, and whether they have taken it back. */
  readonly inlamning: { readonly grupper: readonly PartigruppId[]; readonly atertagen: boolean } | null;
  readonly inlamnatSynsFor: SynsFor;
  /** The förvaltningar and partigrupper that work for the nämnd. */
  readonly namndensOrgan: readonly Organ[];
  /** The groups that write it together with its owner, all of whose gruppledare have said yes; not the owner itself. */
  readonly medgrupper: readonly PartigruppId[];
  /** Those who are disqualified in its ärende (KL 6:28–30). */
  readonly javiga: readonly PersonId[];
  readonly delningar: readonly { readonly personId: PersonId; readonly ratt: Ratt }[];
}

/**
 * The one function that says what a person may do with a handling; HTTP, websocket and export ask it and nothing else.
 * A partigrupp's handling is for the group's own members, those of the groups it is written together with and those it has been
 * shared with: nobody else, whatever the role (TF 2:12, domain R20). Every other is for more and more people as it goes from läge
 * to läge (domain §5). Only arbetsmaterial can be written: what has been handed in, sent out or sealed can be read (R12, R19).
 * @param now the instant the question is asked, for uppdrag that begin and end.
 */
export function ratt(person: RattPerson, handling: RattHandling, now: Date): Ratt {
  return rattSkal(person, handling, now).reduce<Ratt>((best, skal) => maxRatt(best, skal.ratt), 'ingen');
}

/** Why a person has a right to a handling: an uppdrag that holds now, in its owner's place or in a group that writes it too, or a share. */
export type RattSkal =
  | { readonly kalla: 'uppdrag' | 'medgrupp'; readonly uppdrag: Uppdrag; readonly ratt: Ratt }
  | { readonly kalla: 'delning'; readonly ratt: Ratt };

/** Everything that gives the person a right to the handling; empty where there is none. `ratt` is the strongest of them. */
export function rattSkal(person: RattPerson, handling: RattHandling, now: Date): readonly RattSkal[] {
  if (arJavig(person, handling)) return [];
  const most: Ratt = lageAv(handling) === 'arbetsmaterial' ? 'skriva' : 'lasa';
  const egna = gallande(person, now).map((uppdrag): RattSkal => {
    const med = iMedgrupp(uppdrag, handling);
    const egen = med ? 'skriva' : uppdragRatt(uppdrag, handling);
    return { kalla: med ? 'medgrupp' : 'uppdrag', uppdrag, ratt: minRatt(egen, most) };
  });
  const delad: RattSkal = { kalla: 'delning', ratt: minRatt(deladRatt(person, handling), most) };
  return [...egna, delad].filter((skal) => skal.ratt !== 'ingen');
}

/**
 * Whether the person may seal the handling: ordförande and justerare of the nämnd, and the förvaltningschef for the own
 * förvaltning's text (domain §5, KL 5:69). The secretary never signs in another's name (R28). A partigrupp's draft is nobody's to
 * seal: the seal's place in the nämnd's chain would tell that there is one.
 */
export function farJustera(person: RattPerson, handling: RattHandling, now: Date): boolean {
  if (handling.agare.typ === 'partigrupp' || handling.inlamning?.atertagen === true) return false;
  if (lageEfter(lageAv(handling), 'justera') === null || ratt(person, handling, now) === 'ingen') return false;
  return gallande(person, now).some(({ roll, organ }) =>
    organ.typ === 'namnd'
      ? organ.id === handling.namndId && (roll === 'ordforande' || roll === 'justerare')
      : organ.typ === 'forvaltning' && sammaOrgan(organ, handling.agare) && roll === 'forvaltningschef',
  );
}

/**
 * Whether the person may give others a right to the handling: those who may write it by their own uppdrag in its owner, while it is
 * written. Not those
 * of a group that writes it too: what they gave would stay when their group has left.
 */
export function farDela(person: RattPerson, handling: RattHandling, now: Date): boolean {
  if (lageAv(handling) !== 'arbetsmaterial' || arJavig(person, handling)) return false;
  return gallande(person, now).some((uppdrag) => uppdragRatt(uppdrag, handling) === 'skriva');
}

/** Whether the person leads the partigrupp today, and so says yes and no for it. */
export function arGruppledare(person: RattPerson, grupp: PartigruppId, now: Date): boolean {
  return gallande(person, now).some(
    ({ roll, organ }) => roll === 'gruppledare' && organ.typ === 'partigrupp' && organ.id === grupp,
  );
}

/** Whether the person may create a handling owned by this organ. */
export function farSkapa(person: RattPerson, agare: Organ, now: Date): boolean {
  return gallande(person, now).some((uppdrag) => sammaOrgan(uppdrag.organ, agare) && skriver(uppdrag, agare));
}

/** Whether an uppdrag lets one lay up ärenden: an ärende is opened by a nämnd's officers, never by a partigrupp. */
export function laggerUppArenden({
  roll,
  organTyp,
}: {
  readonly roll: Roll;
  readonly organTyp: Organ['typ'];
}): boolean {
  return organTyp !== 'partigrupp' && skriver({ roll }, { typ: organTyp });
}

/**
 * Whether jäv keeps the person from the handling, whatever the role, the group or a share gives: out of its beredning and its
 * decision (KL 6:30, domain R06) until it is everybody's.
 */
function arJavig(person: RattPerson, handling: RattHandling): boolean {
  return handling.javiga.includes(person.id) && !harNatt(lageAv(handling), 'expedierad');
}

/** The läge a handling is treated by: a seal is a seal, whatever else has been written of it. */
export function lageAv({ lage, forseglad }: Pick<RattHandling, 'lage' | 'forseglad'>): Lage {
  return forseglad && !harNatt(lage, 'justerad') ? 'justerad' : lage;
}

function uppdragRatt(uppdrag: Uppdrag, handling: RattHandling): Ratt {
  if (sammaOrgan(uppdrag.organ, handling.agare) && skriver(uppdrag, handling.agare)) return 'skriva';
  const fran = handling.agare.typ === 'partigrupp' ? null : synligFran(uppdrag, handling);
  return fran !== null && harNatt(lageAv(handling), fran) ? 'lasa' : 'ingen';
}

/** The läge from which an uppdrag lets one read a förvaltning's or a nämnd's handling (domain §5); null for never. */
function synligFran({ roll, organ }: Uppdrag, { namndId, agare, inlamning, ...handling }: RattHandling): Lage | null {
  const namndensEgen = agare.typ === 'namnd' && inlamning === null;
  if (inlamning !== null && organ.typ === 'partigrupp' && inlamning.grupper.includes(organ.id)) return 'arbetsmaterial';
  if (organ.typ === 'namnd' && organ.id === namndId) {
    const utanSate = UTAN_SATE[roll];
    if (utanSate !== undefined) return utanSate[namndensEgen ? 'namndens' : 'andras'];
    if (namndensEgen && roll === 'ordforande') return 'arbetsmaterial';
    if (tarEmot(roll, organ.typ) || (namndensEgen && roll === 'justerare')) return 'inlamnad';
    return handling.inlamnatSynsFor === 'alla' && !namndensEgen ? 'inlamnad' : 'utskickad';
  }
  if (!handling.namndensOrgan.some((ett) => sammaOrgan(ett, organ))) {
    // What every nämnd has answered and decided is compiled in one place.
    return organ.typ === 'forvaltning' && roll === 'remissammanstallare' ? 'expedierad' : null;
  }
  return tarEmot(roll, organ.typ) ? 'inlamnad' : 'utskickad';
}

/**
 * Those who follow a nämnd without a seat in it, each from a läge of its own, for what others hand in to it and for its own
 * minutes (domain §5): its setting for who sees what before the meeting is not about them. A revisor sees more by decision, which
 * is a share; a dataskyddsombud sees the log and no text.
 */
const UTAN_SATE: Readonly<Partial<Record<Roll, { readonly andras: Lage | null; readonly namndens: Lage | null }>>> = {
  borgarrad: { andras: 'inlamnad', namndens: 'utskickad' },
  borgarradssekreterare: { andras: 'inlamnad', namndens: 'utskickad' },
  radsledamot: { andras: 'utskickad', namndens: 'utskickad' },
  personalforetradare: { andras: 'utskickad', namndens: 'utskickad' },
  revisor: { andras: 'justerad', namndens: 'justerad' },
  arkivarie: { andras: 'arkiverad', namndens: 'arkiverad' },
  dataskyddsombud: { andras: null, namndens: null },
};

/** Whether the person reads the log of acts about accounts and organisation without administering (domain §5). */
export function arDataskyddsombud(person: RattPerson, now: Date): boolean {
  return gallande(person, now).some(({ roll, organ }) => roll === 'dataskyddsombud' && organ.typ === 'namnd');
}

/** Those of a nämnd who receive what is handed in to it: its officers and its presidium. */
const TAR_EMOT: readonly Roll[] = ['namndsekreterare', 'registrator', 'ordforande', 'vice_ordforande'];

/** Whether who has the role there receives what is handed in; also the registrator of a förvaltning. */
export function tarEmot(roll: Roll, organTyp: Organ['typ']): boolean {
  return organTyp === 'namnd' ? TAR_EMOT.includes(roll) : organTyp === 'forvaltning' && roll === 'registrator';
}

/** Only what a group owns is written together: a medgrupp of anything else gives nothing. */
function iMedgrupp({ organ }: Uppdrag, { agare, medgrupper }: RattHandling): boolean {
  return agare.typ === 'partigrupp' && organ.typ === 'partigrupp' && medgrupper.includes(organ.id);
}

function deladRatt(person: RattPerson, handling: RattHandling): Ratt {
  return handling.delningar.find((delning) => delning.personId === person.id)?.ratt ?? 'ingen';
}

/** In a nämnd only the secretary writes (the minutes); in a förvaltning and a partigrupp every member does. */
function skriver(uppdrag: Pick<Uppdrag, 'roll'>, agare: Pick<Organ, 'typ'>): boolean {
  return agare.typ !== 'namnd' || uppdrag.roll === 'namndsekreterare';
}

/** The uppdrag that hold at the instant. */
export function gallande(person: RattPerson, now: Date): readonly Uppdrag[] {
  const idag = now.toISOString().slice(0, 10);
  return person.uppdrag.filter((u) => u.fran <= idag && (u.till === null || idag < u.till));
}

export function sammaOrgan(a: Organ, b: Organ): boolean {
  return a.typ === b.typ && a.id === b.id;
}

function maxRatt(a: Ratt, b: Ratt): Ratt {
  return RATTER.indexOf(a) >= RATTER.indexOf(b) ? a : b;
}

function minRatt(a: Ratt, b: Ratt): Ratt {
  return RATTER.indexOf(a) <= RATTER.indexOf(b) ? a : b;
}
