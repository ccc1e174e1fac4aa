import type { Db } from '../db/open.ts';

/** Those who work in the nämnd's förvaltning today, by name: one of them can be an ärende's handläggare. */
export async function readPersonal(db: Db, namndId: string, now: Date): Promise<{ id: string; namn: string }[]> {
  const idag = now.toISOString().slice(0, 10);
  const rows = await db
    .selectFrom('uppdrag as u')
    .innerJoin('user', 'user.id', 'u.person_id')
    .leftJoin('avdelning as a', (join) => join.onRef('a.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'avdelning'))
    .innerJoin('forvaltning as f', (join) =>
      join.on(({ eb, ref, or, and }) =>
        or([
          eb('f.id', '=', ref('a.forvaltning_id')),
          and([eb('u.organ_typ', '=', 'forvaltning'), eb('f.id', '=', ref('u.organ_id'))]),
        ]),
      ),
    )
    .where('f.namnd_id', '=', namndId)
    .where('user.sparrad', 'is', null)
    .where('u.fran', '<=', idag)
    .where(({ eb, or }) => or([eb('u.till', 'is', null), eb('u.till', '>', idag)]))
    .select(['user.id', 'user.name as namn'])
    .distinct()
    .execute();
  return rows.sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
