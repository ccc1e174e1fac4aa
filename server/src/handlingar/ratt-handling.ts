import {
  type HandlingId,
  handlingId,
  namndId,
  partigruppId,
  personId,
  type Ratt,
  type RattHandling,
} from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import type { AgarTyp } from '../db/schema.ts';
import { organ } from '../konton/uppdrag.ts';
import { type Medgrupp, medgrupperAv, readMedgrupper } from '../samarbete/medgrupper.ts';

/** The columns that the right to a handling depends on. */
export interface RattColumns {
  readonly id: string;
  readonly namnd_id: string;
  readonly agare_typ: AgarTyp;
  readonly agare_id: string;
}

/** What `ratt` asks about a handling, from its row, who writes it too, its delningar and whether there is a seal. */
export function toRattHandling(
  row: RattColumns,
  medgrupper: readonly Medgrupp[],
  delningar: readonly { readonly person_id: string; readonly ratt: Ratt }[],
  forseglad: boolean,
): RattHandling {
  return {
    id: handlingId(row.id),
    namndId: namndId(row.namnd_id),
    agare: organ(row.agare_typ, row.agare_id),
    forseglad,
    medgrupper: medgrupper.map((grupp) => partigruppId(grupp.id)),
    delningar: delningar.map((delning) => ({ personId: personId(delning.person_id), ratt: delning.ratt })),
  };
}

/** Reads in one question what the right to a handling depends on; null if there is no such handling. */
export async function rattHandling(db: Db, id: HandlingId): Promise<RattHandling | null> {
  const rows = await db
    .selectFrom('handling')
    .leftJoin('delning', 'delning.handling_id', 'handling.id')
    .leftJoin('sigill', 'sigill.handling_id', 'handling.id')
    .where('handling.id', '=', id)
    .select(['handling.id', 'handling.namnd_id', 'agare_typ', 'agare_id', 'person_id', 'ratt', 'sigill.nr'])
    .select(medgrupperAv('handling').as('medgrupper'))
    .execute();
  const first = rows[0];
  if (first === undefined) return null;
  const delningar = rows.flatMap((row) =>
    row.person_id === null || row.ratt === null ? [] : [{ person_id: row.person_id, ratt: row.ratt }],
  );
  return toRattHandling(first, readMedgrupper(first.medgrupper), delningar, first.nr !== null);
}
