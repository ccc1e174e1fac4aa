import {
  type HandlingId,
  handlingId,
  type Lage,
  namndId,
  partigruppId,
  personId,
  type Ratt,
  type RattHandling,
  SYNS_UTAN_BESLUT,
} from '@samskrift/shared';
import { sql } from 'kysely';
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
  readonly lage: Lage;
  /** JSON: the groups that this copy was handed in for; empty for what is no copy. */
  readonly inlamnat_for: string;
  readonly aterkallad: string | null;
  /** Null for a nämnd that has decided nothing. */
  readonly inlamnat_syns_for: RattHandling['inlamnatSynsFor'] | null;
  /** JSON, as `namndensOrgan` has it. */
  readonly namndens_organ: string;
  /** JSON, as `javigaI` has it. */
  readonly javiga: string;
}

/** The förvaltningar and partigrupper of the nämnd of a handling `h`, in JSON. */
export const namndensOrgan = sql<string>`(
  SELECT json_group_array(json_object('typ', typ, 'id', id)) FROM (
    SELECT 'forvaltning' AS typ, id FROM forvaltning WHERE namnd_id = h.namnd_id
    UNION ALL SELECT 'partigrupp', id FROM partigrupp WHERE namnd_id = h.namnd_id))`.as('namndens_organ');

/** The groups that a copy `h` was handed in for, in JSON. */
export const inlamnatFor = sql<string>`(
  SELECT json_group_array(partigrupp_id) FROM inlamning_grupp WHERE handling_id = h.id)`.as('inlamnat_for');

/** Those who are disqualified in the ärende of a handling `h`, in JSON. */
export const javigaI = sql<string>`(SELECT json_group_array(person_id) FROM jav WHERE arende_id = h.arende_id)`.as(
  'javiga',
);

/** What `ratt` asks about a handling, from its row, who writes it too, its delningar and whether there is a seal. */
export function toRattHandling(
  row: RattColumns,
  medgrupper: readonly Medgrupp[],
  delningar: readonly { readonly person_id: string; readonly ratt: Ratt }[],
  forseglad: boolean,
): RattHandling {
  const organen = JSON.parse(row.namndens_organ) as readonly { readonly typ: AgarTyp; readonly id: string }[];
  const grupper = (JSON.parse(row.inlamnat_for) as readonly string[]).map(partigruppId);
  return {
    id: handlingId(row.id),
    namndId: namndId(row.namnd_id),
    agare: organ(row.agare_typ, row.agare_id),
    lage: row.lage,
    forseglad,
    inlamning: grupper.length === 0 ? null : { grupper, atertagen: row.aterkallad !== null },
    inlamnatSynsFor: row.inlamnat_syns_for ?? SYNS_UTAN_BESLUT,
    namndensOrgan: organen.map(({ typ, id }) => organ(typ, id)),
    medgrupper: medgrupper.map((grupp) => partigruppId(grupp.id)),
    javiga: (JSON.parse(row.javiga) as string[]).map(personId),
    delningar: delningar.map((delning) => ({ personId: personId(delning.person_id), ratt: delning.ratt })),
  };
}

/** Reads in one question what the right to a handling depends on; null if there is no such handling. */
export async function rattHandling(db: Db, id: HandlingId): Promise<RattHandling | null> {
  const [handling] = await rattHandlingar(db, [id]);
  return handling ?? null;
}

/** As `rattHandling` for several, in no order; those that do not exist are not among them. */
export async function rattHandlingar(db: Db, ids: readonly HandlingId[]): Promise<RattHandling[]> {
  const rows = await db
    .selectFrom('handling as h')
    .leftJoin('delning as d', 'd.handling_id', 'h.id')
    .leftJoin('sigill as s', 's.handling_id', 'h.id')
    .leftJoin('inlamning as i', 'i.handling_id', 'h.id')
    .leftJoin('installning as v', 'v.namnd_id', 'h.namnd_id')
    .where('h.id', 'in', ids)
    .select(['h.id', 'h.namnd_id', 'h.agare_typ', 'h.agare_id', 'h.lage', 'd.person_id', 'd.ratt', 's.nr'])
    .select(['i.aterkallad', 'v.inlamnat_syns_for', namndensOrgan, inlamnatFor, javigaI])
    .select(medgrupperAv('h').as('medgrupper'))
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const delningar = own.flatMap((row) =>
      row.person_id === null || row.ratt === null ? [] : [{ person_id: row.person_id, ratt: row.ratt }],
    );
    return [toRattHandling(first, readMedgrupper(first.medgrupper), delningar, first.nr !== null)];
  });
}
