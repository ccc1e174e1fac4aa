import {
  arGruppledare,
  farDela,
  namnlista,
  partigruppId,
  type RattHandling,
  type RattPerson,
  rattSkal,
  type Samarbete,
  type Samarbetslage,
  type Svar,
} from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import { readGruppledare } from './gruppledare.ts';

/** A group that has been asked to write a handling together with others, or whose handling it is. */
export interface Tillfragad {
  readonly id: string;
  readonly namn: string;
  readonly svar: Svar | null;
  readonly svaradAv: string | null;
  readonly svarad: string | null;
  readonly sedan: string | null;
  readonly av: string;
  readonly tid: string;
}

/** Everybody asked about a handling, its owner first and then by name; nobody where nothing has been proposed. */
export async function readTillfragade(db: Db, handling: Pick<RattHandling, 'id' | 'agare'>): Promise<Tillfragad[]> {
  const rows = await db
    .selectFrom('medgrupp as m')
    .innerJoin('partigrupp as g', 'g.id', 'm.partigrupp_id')
    .innerJoin('user as av', 'av.id', 'm.inbjuden_av')
    .leftJoin('user as svarare', 'svarare.id', 'm.svarad_av')
    .where('m.handling_id', '=', handling.id)
    .select([
      'g.id',
      'g.namn',
      'm.svar',
      'svarare.name as svaradAv',
      'm.svarad',
      'm.sedan',
      'av.name as av',
      'm.inbjuden as tid',
    ])
    .execute();
  const first = (row: { id: string }) => (row.id === handling.agare.id ? 0 : 1);
  return rows.sort((a, b) => first(a) - first(b) || a.namn.localeCompare(b.namn, 'sv'));
}

/** One no ends a proposal, whatever the others have said; all must say yes, also those who write it already when more are asked. */
export function samarbetslage(tillfragade: readonly Pick<Tillfragad, 'svar' | 'sedan'>[]): Samarbetslage {
  if (tillfragade.length === 0) return 'inget';
  if (tillfragade.some(({ svar }) => svar === 'nej')) return 'avbojt';
  if (tillfragade.every(({ svar }) => svar === 'ja')) return 'gemensamt';
  return tillfragade.some(({ sedan }) => sedan !== null) ? 'utokas' : 'foreslaget';
}

/** Whether a question is out that those asked have not all answered. */
export function fragas(lage: Samarbetslage): boolean {
  return lage === 'foreslaget' || lage === 'utokas';
}

/** Who writes the handling together and who is asked, as it is told to somebody who may see it. */
export async function readSamarbete(db: Db, handling: RattHandling, person: RattPerson, now: Date): Promise<Samarbete> {
  const alla = await readTillfragade(db, handling);
  // Who only has been shown the text is told whose it is, and not what they ask each other.
  const insyn = rattSkal(person, handling, now).some(({ kalla }) => kalla !== 'delning');
  const tillfragade = insyn
    ? alla
    : alla.filter(({ sedan }) => sedan !== null).map((en) => ({ ...en, svar: 'ja' as const }));
  const lage = samarbetslage(tillfragade);
  const egen = farDela(person, handling, now);
  const leder = (id: string) => arGruppledare(person, partigruppId(id), now);
  const ledare = await readGruppledare(db, handling.namndId, now);
  const latest = tillfragade.toSorted((a, b) => a.tid.localeCompare(b.tid)).at(-1);
  return {
    lage,
    foreslaget: latest === undefined ? null : { av: latest.av, tid: latest.tid },
    grupper: tillfragade.map(({ id, namn, svar, svaradAv, svarad, sedan }) => ({
      id,
      namn,
      sedan,
      svar,
      svaradAv,
      svarad,
      gruppledare: namnlista(ledare.get(id) ?? [], 'alla_namn'),
      farSvara: fragas(lage) && svar === null && leder(id),
      farTaUr: sedan !== null && id !== handling.agare.id && (leder(id) || leder(handling.agare.id)),
    })),
    mojliga: egen
      ? (await readMojliga(db, handling)).filter(({ id }) => !handling.medgrupper.includes(partigruppId(id)))
      : [],
    farForesla: egen && farForeslas(handling) && !fragas(lage),
    farAvsluta: lage === 'gemensamt' ? leder(handling.agare.id) : fragas(lage) && egen,
  };
}

/** Only what a group writes, and is still writing, can be written together. */
export function farForeslas({ agare, forseglad }: RattHandling): boolean {
  return agare.typ === 'partigrupp' && !forseglad;
}

/** The nämnd's other groups, every one: which of them write something of their own is nobody else's to know. */
async function readMojliga(
  db: Db,
  { namndId, agare }: Pick<RattHandling, 'namndId' | 'agare'>,
): Promise<{ id: string; namn: string }[]> {
  if (agare.typ !== 'partigrupp') return [];
  const rows = await db
    .selectFrom('partigrupp')
    .where('namnd_id', '=', namndId)
    .where('id', '<>', agare.id)
    .select(['id', 'namn'])
    .execute();
  return rows.sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
