import { handlingsnummer, type Inlamning } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

/** A copy that has been handed in, and of which draft: that is the group's own to know. */
export interface InlamningRad {
  readonly inlamning: Inlamning;
  readonly utkastId: string;
}

/** What partigrupper have handed in, latest first: all of it, or the copy or the copies of one handling. */
export async function readInlamningar(db: Db, handlingId: string | null): Promise<InlamningRad[]> {
  let query = db
    .selectFrom('inlamning as i')
    .innerJoin('handling as h', 'h.id', 'i.handling_id')
    .innerJoin('arende as a', 'a.id', 'h.arende_id')
    .innerJoin('partigrupp as g', 'g.id', 'i.partigrupp_id')
    .innerJoin('user as u', 'u.id', 'i.person_id')
    .leftJoin('user as t', 't.id', 'i.aterkallad_av')
    .selectAll('i')
    .select(['a.dnr', 'h.nummer', 'g.namn as grupp', 'u.name as person', 't.name as atertagen_av'])
    .orderBy('i.tid', 'desc');
  if (handlingId !== null)
    query = query.where(({ or, eb }) => or([eb('i.handling_id', '=', handlingId), eb('i.utkast_id', '=', handlingId)]));
  const rows = await query.execute();
  return rows.map((row) => ({
    utkastId: row.utkast_id,
    inlamning: {
      handlingId: row.handling_id,
      nummer: handlingsnummer(row.dnr, row.nummer ?? 0),
      grupp: { id: row.partigrupp_id, namn: row.grupp },
      person: row.person,
      tid: row.tid,
      sha256: row.sha256,
      atertagen: row.aterkallad === null ? null : { tid: row.aterkallad, person: row.atertagen_av ?? '' },
    },
  }));
}
