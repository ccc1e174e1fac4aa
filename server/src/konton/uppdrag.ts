import { forvaltningId, namndId, type Organ, partigruppId, type Uppdrag } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import type { AgarTyp } from '../db/schema.ts';

/** An organ as the domain knows it, from its two columns. */
export function organ(typ: AgarTyp, id: string): Organ {
  switch (typ) {
    case 'forvaltning':
      return { typ, id: forvaltningId(id) };
    case 'namnd':
      return { typ, id: namndId(id) };
    case 'partigrupp':
      return { typ, id: partigruppId(id) };
  }
}

/**
 * All uppdrag a person has ever had, as `ratt` asks for them; whether one holds today is asked of `ratt`. Who works in an
 * avdelning works for its förvaltning; who works at a partikansli, for each of the party's groups in all nämnder (domain §5).
 */
export async function uppdragOf(db: Db, personId: string): Promise<Uppdrag[]> {
  return (await uppdragQuery(db).where('u.person_id', '=', personId).execute()).flatMap(toUppdrag);
}

/** The same for every person who has had any, by the person's id. */
export async function allaUppdrag(db: Db): Promise<ReadonlyMap<string, readonly Uppdrag[]>> {
  const byPerson = Map.groupBy(await uppdragQuery(db).execute(), (row) => row.person_id);
  return new Map([...byPerson].map(([id, rows]) => [id, rows.flatMap(toUppdrag)]));
}

function uppdragQuery(db: Db) {
  return (
    db
      .selectFrom('uppdrag as u')
      // Who waits for the group's yes is in the group in nobody's eyes.
      .where('u.vantar', '=', 0)
      .leftJoin('avdelning as a', (join) => join.onRef('a.id', '=', 'u.organ_id').on('u.organ_typ', '=', 'avdelning'))
      .leftJoin('partigrupp as g', (join) =>
        join.onRef('g.parti_id', '=', 'u.organ_id').on('u.organ_typ', '=', 'partikansli'),
      )
      .select(['u.person_id', 'u.roll', 'u.organ_typ', 'u.organ_id', 'u.fran', 'u.till'])
      .select(['a.forvaltning_id', 'g.id as grupp_id'])
  );
}

function toUppdrag(row: Awaited<ReturnType<ReturnType<typeof uppdragQuery>['execute']>>[number]): Uppdrag[] {
  const { roll, fran, till } = row;
  if (row.organ_typ === 'avdelning')
    return row.forvaltning_id === null ? [] : [{ roll, organ: organ('forvaltning', row.forvaltning_id), fran, till }];
  if (row.organ_typ === 'partikansli')
    return row.grupp_id === null ? [] : [{ roll, organ: organ('partigrupp', row.grupp_id), fran, till }];
  return [{ roll, organ: organ(row.organ_typ, row.organ_id), fran, till }];
}
