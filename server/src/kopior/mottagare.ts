import { type Mottagare, type RattHandling, type RattPerson, rattSkal } from '@samskrift/shared';
import { readArenden } from '../arenden/arenden.ts';
import type { Db } from '../db/open.ts';

/** Whether the person sees the handling as one of its owner's own, not because it has been shared or is written together. */
export function somEgen(person: RattPerson, handling: RattHandling, now: Date): boolean {
  return rattSkal(person, handling, now).some(({ kalla }) => kalla === 'uppdrag');
}

/**
 * Whom the person can give the text to: the party's groups in other nämnder, when the person works at that party's kansli
 * today. Nobody, for a text that several groups write: it is theirs together, and the list of them is explicit (domain §5 rule 1).
 */
export async function readMottagargrupper(db: Db, handling: RattHandling, person: RattPerson, now: Date) {
  const { agare, medgrupper, namndId } = handling;
  if (agare.typ !== 'partigrupp' || medgrupper.length > 0 || !somEgen(person, handling, now)) return [];
  const idag = now.toISOString().slice(0, 10);
  return db
    .selectFrom('partigrupp as egen')
    .innerJoin('partigrupp as g', 'g.parti_id', 'egen.parti_id')
    .innerJoin('namnd as n', 'n.id', 'g.namnd_id')
    .where('egen.id', '=', agare.id)
    .where('g.namnd_id', '<>', namndId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('uppdrag as u')
          .whereRef('u.organ_id', '=', 'egen.parti_id')
          .where('u.organ_typ', '=', 'partikansli')
          .where('u.person_id', '=', person.id)
          .where('u.vantar', '=', 0)
          .where('u.fran', '<=', idag)
          .where(({ eb, or }) => or([eb('u.till', 'is', null), eb('u.till', '>', idag)]))
          .select('u.roll'),
      ),
    )
    .select(['g.id', 'g.namn', 'g.namnd_id as namndId', 'n.namn as namnd'])
    .orderBy('n.namn')
    .execute();
}

/** The same with the ärenden of each nämnd that the person sees and is not jävig in. */
export async function readMottagare(
  db: Db,
  handling: RattHandling,
  person: RattPerson,
  now: Date,
): Promise<Mottagare[]> {
  const grupper = await readMottagargrupper(db, handling, person, now);
  if (grupper.length === 0) return [];
  const jav = await db.selectFrom('jav').where('person_id', '=', person.id).select('arende_id').execute();
  const javig = new Set(jav.map(({ arende_id }) => arende_id));
  const sedda = (await readArenden(db, person, now)).map(({ arende }) => arende);
  const arenden = sedda.filter(({ id }) => !javig.has(id));
  return grupper.map(({ id, namn, namnd, namndId }) => ({
    grupp: { id, namn },
    namnd,
    arenden: arenden
      .filter((arende) => arende.namnd.id === namndId)
      .map((arende) => ({ id: arende.id, dnr: arende.dnr, titel: arende.titel })),
  }));
}
