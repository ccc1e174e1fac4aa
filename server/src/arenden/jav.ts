import { gallande, type PersonId, type RattPerson } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';

export interface Javig {
  readonly id: string;
  readonly namn: string;
}

/** What a mark of jäv is put on or taken from, by whom and when. */
export interface Javmarke {
  readonly arendeId: string;
  readonly namndId: string;
  readonly personId: string;
  readonly av: PersonId;
  readonly tid: Date;
}

/** Those who are disqualified in the ärende, by name. */
export async function readJaviga(db: Db, arendeId: string): Promise<Javig[]> {
  const rows = await db
    .selectFrom('jav')
    .innerJoin('user', 'user.id', 'jav.person_id')
    .where('arende_id', '=', arendeId)
    .select(['user.id', 'user.name as namn'])
    .execute();
  return rows.sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}

export async function arJavigI(db: Db, arendeId: string, person: RattPerson): Promise<boolean> {
  return (await readJaviga(db, arendeId)).some(({ id }) => id === person.id);
}

/**
 * Whether the person notes jäv of others, and takes a mark away: the nämnd's ordförande and secretary. One's own jäv one reports
 * oneself (KL 6:29), and cannot take back.
 */
export function farAvgoraJav(person: RattPerson, namndId: string, now: Date): boolean {
  return gallande(person, now).some(
    ({ roll, organ }) =>
      organ.typ === 'namnd' && organ.id === namndId && (roll === 'ordforande' || roll === 'namndsekreterare'),
  );
}

/** To be called in a transaction. Once noted, it is not noted again. */
export async function anmalJav(trx: Db, { arendeId, namndId, personId, av, tid }: Javmarke): Promise<void> {
  const made = await trx
    .insertInto('jav')
    .values({ arende_id: arendeId, person_id: personId, anmald: tid.toISOString(), anmald_av: av })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return;
  await bokfor(trx, { akt: 'javAnmalt', tid, personId: av, arendeId, namndId, detalj: { person: personId } });
}

/** To be called in a transaction. */
export async function havJav(trx: Db, { arendeId, namndId, personId, av, tid }: Javmarke): Promise<void> {
  const gone = await trx
    .deleteFrom('jav')
    .where('arende_id', '=', arendeId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return;
  await bokfor(trx, { akt: 'javHavt', tid, personId: av, arendeId, namndId, detalj: { person: personId } });
}
