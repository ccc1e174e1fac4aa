import { forvaltningId, namndId, type Organ, partigruppId, type Uppdrag } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import type { OrganTyp } from '../db/schema.ts';

/** An organ as the domain knows it, from its two columns. */
export function organ(typ: OrganTyp, id: string): Organ {
  switch (typ) {
    case 'forvaltning':
      return { typ, id: forvaltningId(id) };
    case 'namnd':
      return { typ, id: namndId(id) };
    case 'partigrupp':
      return { typ, id: partigruppId(id) };
  }
}

/** All uppdrag a person has ever had; whether one holds today is asked of `ratt`. */
export async function uppdragOf(db: Db, personId: string): Promise<Uppdrag[]> {
  const rows = await db.selectFrom('uppdrag').selectAll().where('person_id', '=', personId).execute();
  return rows.map((row) => ({
    roll: row.roll,
    organ: organ(row.organ_typ, row.organ_id),
    fran: row.fran,
    till: row.till,
  }));
}
