import type { Db } from '../db/open.ts';

/**
 * Removes a person's sessions, all of them or those that `utom` leaves. To be called in a transaction; when it is through, the
 * rooms are to be told of each.
 * @returns the ids of what was removed
 */
export async function taBortSessioner(
  db: Db,
  personId: string,
  utom: string | null = null,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('session')
    .select('id')
    .where('userId', '=', personId)
    .where('id', 'is not', utom)
    .execute();
  const ids = rows.map(({ id }) => id);
  await db.deleteFrom('session').where('userId', '=', personId).where('id', 'is not', utom).execute();
  return ids;
}
