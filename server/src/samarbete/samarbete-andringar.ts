import { type Akt, arGruppledare, gruppnamn, partigruppId, type RattPerson, type Svar } from '@samskrift/shared';
import { aktOm, bokfor, type NyAkt } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { HandlingRad } from '../handlingar/handling-rader.ts';
import { readTillfragade, samarbetslage } from './samarbete.ts';

/** Which handling, who does it and when. */
export interface Om {
  readonly rad: HandlingRad;
  readonly person: RattPerson;
  readonly tid: Date;
}

/**
 * Asks the owner and the other groups whether the handling is to be theirs together. A gruppledare who proposes it has said yes
 * for the own group by that. What was answered no before is gone.
 * @returns whether it could be proposed: not while something is proposed or agreed.
 */
export function foresla(
  db: Db,
  om: Om,
  grupper: readonly { readonly id: string; readonly namn: string }[],
): Promise<boolean> {
  const { rad, person, tid } = om;
  const handling = rad.ratt;
  return db.transaction().execute(async (trx) => {
    const lage = samarbetslage(await readTillfragade(trx, handling));
    if (lage !== 'inget' && lage !== 'avbojt') return false;
    await trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id).execute();
    const inbjuden = tid.toISOString();
    const fragad = { handling_id: handling.id, inbjuden_av: person.id, inbjuden };
    const egen = arGruppledare(person, partigruppId(handling.agare.id), tid);
    await trx
      .insertInto('medgrupp')
      .values([
        { ...fragad, partigrupp_id: handling.agare.id, ...(egen ? svarat('ja', om) : OSVARAT) },
        ...grupper.map(({ id }) => ({ ...fragad, partigrupp_id: id, ...OSVARAT })),
      ])
      .execute();
    await note(trx, om, 'samarbeteForeslaget', { med: gruppnamn(grupper) });
    return true;
  });
}

/** What came of an answer: `gemensamt` when it was the last yes; `ingenFraga` where the person is not asked anything. */
export type Svarat = 'svarat' | 'gemensamt' | 'ingenFraga';

/** Answers for the groups that the person leads and that have not answered. */
export function svara(db: Db, om: Om, svar: Svar): Promise<Svarat> {
  const { rad, person, tid } = om;
  const handling = rad.ratt;
  return db.transaction().execute(async (trx) => {
    const tillfragade = await readTillfragade(trx, handling);
    const mina = tillfragade.filter((en) => en.svar === null && arGruppledare(person, partigruppId(en.id), tid));
    if (samarbetslage(tillfragade) !== 'foreslaget' || mina.length === 0) return 'ingenFraga';
    const ids = mina.map(({ id }) => id);
    await trx
      .updateTable('medgrupp')
      .set(svarat(svar, om))
      .where('handling_id', '=', handling.id)
      .where('partigrupp_id', 'in', ids)
      .execute();
    await note(trx, om, 'samarbeteSvarat', { grupp: gruppnamn(mina), svar });
    const nu = tillfragade.map((en) => (ids.includes(en.id) ? { svar } : en));
    return samarbetslage(nu) === 'gemensamt' ? 'gemensamt' : 'svarat';
  });
}

/** Takes one group out of what is agreed; when nobody but the owner is left, there is nothing to be agreed on. */
export async function taUr(db: Db, om: Om, grupp: { readonly id: string; readonly namn: string }): Promise<void> {
  const handling = om.rad.ratt;
  await db.transaction().execute(async (trx) => {
    const innan = await readTillfragade(trx, handling);
    // Something else may have been proposed since it was asked whether the group may be taken out.
    if (samarbetslage(innan) !== 'gemensamt' || !innan.some(({ id }) => id === grupp.id)) return;
    const bort = trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id);
    await (innan.length > 2 ? bort.where('partigrupp_id', '=', grupp.id) : bort).execute();
    await note(trx, om, 'samarbeteLamnat', { grupp: grupp.namn });
  });
}

/** Ends what is proposed or agreed: the handling is its owner's alone again. */
export async function avsluta(db: Db, om: Om): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('medgrupp').where('handling_id', '=', om.rad.ratt.id).execute();
    await note(trx, om, 'samarbeteAvslutat', {});
  });
}

function note(trx: Db, { rad, person, tid }: Om, akt: Akt, detalj: NonNullable<NyAkt['detalj']>): Promise<void> {
  return bokfor(trx, { ...aktOm({ handling: rad.beskrivning, rad }, akt, person, tid), detalj });
}

const OSVARAT = { svar: null, svarad_av: null, svarad: null };

function svarat(svar: Svar, { person, tid }: Om) {
  return { svar, svarad_av: person.id, svarad: tid.toISOString() };
}
