import { arGruppledare, gruppnamn, type Inbjudan, partigruppId, type RattPerson } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

/**
 * What the person is asked as a gruppledare, oldest first: whose text, of what kind, in which ärende, with whom, who asks and
 * since when. Nothing of its title or its words: those are the owner's until all have said yes.
 */
export async function readInbjudningar(db: Db, person: RattPerson, now: Date): Promise<Inbjudan[]> {
  const rows = await db
    .selectFrom('medgrupp as m')
    .innerJoin('handling as h', 'h.id', 'm.handling_id')
    .innerJoin('arende as a', 'a.id', 'h.arende_id')
    .innerJoin('partigrupp as g', 'g.id', 'm.partigrupp_id')
    .innerJoin('partigrupp as fran', 'fran.id', 'h.agare_id')
    .innerJoin('user as av', 'av.id', 'm.inbjuden_av')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('medgrupp as o')
            .whereRef('o.handling_id', '=', 'm.handling_id')
            .where('o.svar', '=', 'nej')
            .select('o.svar'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sigill as s').whereRef('s.handling_id', '=', 'h.id').select('s.nr'))),
    )
    // Who is jävig in the ärende answers nothing in it (KL 6:30).
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jav as j')
            .whereRef('j.arende_id', '=', 'a.id')
            .where('j.person_id', '=', person.id)
            .select('j.anmald'),
        ),
      ),
    )
    .select(['m.handling_id', 'm.svar', 'm.sedan', 'm.inbjuden', 'g.id', 'g.namn', 'av.name as av', 'h.typ'])
    .select(['fran.id as franId', 'fran.namn as franNamn', 'a.id as arendeId', 'a.dnr', 'a.titel as arendetitel'])
    .orderBy('m.inbjuden')
    .orderBy('g.namn')
    .execute();
  const grupper = Map.groupBy(rows, (row) => row.handling_id);
  return rows
    .filter(({ svar, id }) => svar === null && arGruppledare(person, partigruppId(id), now))
    .map((row) => {
      const andra = (grupper.get(row.handling_id) ?? []).filter(({ id }) => id !== row.id);
      // Who writes it already is asked about those who do not.
      const nya = row.sedan === null ? [] : andra.filter(({ sedan }) => sedan === null);
      const { av, inbjuden } = nya[0] ?? row;
      return {
        handlingId: row.handling_id,
        grupp: { id: row.id, namn: row.namn },
        fran: { id: row.franId, namn: row.franNamn },
        med: gruppnamn(andra),
        nya: nya.length === 0 ? null : gruppnamn(nya),
        av,
        tid: inbjuden,
        typ: row.typ,
        arende: { id: row.arendeId, dnr: row.dnr, titel: row.arendetitel },
      };
    })
    .sort((a, b) => a.tid.localeCompare(b.tid));
}
