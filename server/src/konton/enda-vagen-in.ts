import type { PersonId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { fragaGruppenIgen } from '../organisation/fraga-gruppen-igen.ts';

/** Whether an administrator has had a way into the account in hand: its address, its login at the city, or a link that was used. */
export async function vagAndrad(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('user').select('vag_andrad').where('id', '=', id).executeTakeFirst();
  return row !== undefined && row.vag_andrad !== null;
}

/**
 * What is done where an account gets a way in that an administrator may hold: it becomes the only one, so that nobody else comes
 * in beside whoever is let in again; the groups are asked anew (R20); and what others' groups had shared with the person is taken
 * back. To be called in the transaction that makes the way; the person's sessions are the caller's to end.
 * @param behall the provider of the way that stays
 */
export async function endaVagenIn(db: Db, personId: PersonId, behall: string, tid: Date): Promise<void> {
  await db.deleteFrom('account').where('userId', '=', personId).where('providerId', '<>', behall).execute();
  await db.deleteFrom('nyckel').where('person_id', '=', personId).execute();
  // Whoever has come in may add a key. The person's own next way in, by mail too, must be rid of it before the group says yes.
  await db.updateTable('user').set({ vag_andrad: tid.toISOString() }).where('id', '=', personId).execute();
  await fragaGruppenIgen(db, personId, tid);
  const delade = await db
    .selectFrom('delning as d')
    .innerJoin('handling as h', 'h.id', 'd.handling_id')
    .innerJoin('arende as a', 'a.id', 'h.arende_id')
    .innerJoin('user', 'user.id', 'd.person_id')
    .where('d.person_id', '=', personId)
    .where('h.agare_typ', '=', 'partigrupp')
    .select(['h.id as handlingId', 'a.id as arendeId', 'a.namnd_id as namndId', 'user.name'])
    .execute();
  for (const { name, ...om } of delade) {
    await db.deleteFrom('delning').where('handling_id', '=', om.handlingId).where('person_id', '=', personId).execute();
    await bokfor(db, { akt: 'rattTagen', tid, personId, ...om, detalj: { av: name, genom: 'konto' } });
  }
}
