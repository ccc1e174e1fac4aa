import type { Namngiven } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

/** Who leads each of the nämnd's groups today, by the group's id; a group that nobody leads is not there. */
export async function readGruppledare(
  db: Db,
  namndId: string,
  now: Date,
): Promise<ReadonlyMap<string, readonly Namngiven[]>> {
  const idag = now.toISOString().slice(0, 10);
  const rows = await db
    .selectFrom('uppdrag as u')
    .innerJoin('partigrupp as g', 'g.id', 'u.organ_id')
    .innerJoin('parti as p', 'p.id', 'g.parti_id')
    .innerJoin('user', 'user.id', 'u.person_id')
    .where('u.organ_typ', '=', 'partigrupp')
    .where('u.roll', '=', 'gruppledare')
    .where('u.vantar', '=', 0)
    .where('g.namnd_id', '=', namndId)
    .where('user.sparrad', 'is', null)
    .where('u.fran', '<=', idag)
    .where(({ eb, or }) => or([eb('u.till', 'is', null), eb('u.till', '>', idag)]))
    .select(['g.id', 'user.name as namn', 'p.forkortning as parti'])
    .orderBy('user.name')
    .distinct()
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}
