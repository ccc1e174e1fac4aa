import type { Konto } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

/** Persons with an account as an administrator sees them, in the order of their names; only one where an id is given. */
export async function lasaKonton(db: Db, now: Date, id: string | null = null): Promise<Konto[]> {
  const idag = now.toISOString().slice(0, 10);
  let fraga = db.selectFrom('user as u').select((eb) => [
    'u.id',
    'u.name',
    'u.email',
    'u.administrator',
    'u.sparrad',
    eb
      .selectFrom('uppdrag')
      .select((inner) => inner.fn.countAll<number>().as('antal'))
      .whereRef('person_id', '=', 'u.id')
      .where('fran', '<=', idag)
      .where((inner) => inner.or([inner('till', 'is', null), inner('till', '>=', idag)]))
      .as('uppdrag'),
    eb
      .selectFrom('account')
      .select((inner) => inner.fn.countAll<number>().as('antal'))
      .whereRef('userId', '=', 'u.id')
      .where('providerId', '=', 'credential')
      .as('losenord'),
    eb
      .selectFrom('account')
      .select((inner) => inner.fn.countAll<number>().as('antal'))
      .whereRef('userId', '=', 'u.id')
      .where('providerId', 'like', 'oidc:%')
      .as('identiteter'),
  ]);
  if (id !== null) fraga = fraga.where('u.id', '=', id);
  const rows = await fraga.execute();
  return rows
    .map((row) => ({
      id: row.id,
      namn: row.name,
      epost: row.email,
      uppdrag: row.uppdrag ?? 0,
      administrator: row.administrator === 1,
      sparrad: row.sparrad,
      harLosenord: (row.losenord ?? 0) > 0,
      kopplad: (row.identiteter ?? 0) > 0,
    }))
    .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}

export async function lasaKonto(db: Db, now: Date, id: string): Promise<Konto | null> {
  return (await lasaKonton(db, now, id))[0] ?? null;
}
