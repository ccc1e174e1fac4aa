import {
  type Akt,
  arGruppledare,
  gruppnamn,
  partigruppId,
  type RattHandling,
  type RattPerson,
  type Samarbetslage,
  type Svar,
} from '@samskrift/shared';
import type { Insertable } from 'kysely';
import { aktOm, bokfor, type NyAkt } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import type { HandlingRad } from '../handlingar/handling-rader.ts';
import { fragas, readTillfragade, samarbetslage } from './samarbete.ts';

/** Which handling, who does it and when. */
export interface Om {
  readonly rad: HandlingRad;
  readonly person: RattPerson;
  readonly tid: Date;
}

/**
 * Asks the owner and the other groups whether the handling is to be theirs together, and those whose it is already whether others
 * are to join. A gruppledare who proposes it has said yes for the own group by that. What was answered no before is gone.
 * @returns whether it could be proposed: not while something else is.
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
    if (fragas(lage)) return false;
    const fragad = { handling_id: handling.id, inbjuden_av: person.id, inbjuden: tid.toISOString(), sedan: null };
    const nya: Insertable<Database['medgrupp']>[] = grupper.map(({ id }) => ({
      ...fragad,
      partigrupp_id: id,
      ...OSVARAT,
    }));
    const egen = arGruppledare(person, partigruppId(handling.agare.id), tid) ? svarat('ja', om) : OSVARAT;
    if (lage === 'gemensamt') {
      await rader(trx, handling).set({ svar: null }).execute();
      await rader(trx, handling).set({ svar: egen.svar }).where('partigrupp_id', '=', handling.agare.id).execute();
    } else {
      await trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id).execute();
      nya.unshift({ ...fragad, partigrupp_id: handling.agare.id, ...egen });
    }
    await trx.insertInto('medgrupp').values(nya).execute();
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
    const lage = samarbetslage(tillfragade);
    const mina = tillfragade.filter((en) => en.svar === null && arGruppledare(person, partigruppId(en.id), tid));
    if (!fragas(lage) || mina.length === 0) return 'ingenFraga';
    const ids = mina.map(({ id }) => id);
    await rader(trx, handling).set(svarat(svar, om)).where('partigrupp_id', 'in', ids).execute();
    await note(trx, om, 'samarbeteSvarat', { grupp: gruppnamn(mina), svar });
    if (svar === 'nej' && lage === 'utokas') await somForut(trx, handling);
    const alla = svar === 'ja' && tillfragade.every((en) => en.svar === 'ja' || ids.includes(en.id));
    if (!alla) return 'svarat';
    await rader(trx, handling).set({ sedan: tid.toISOString() }).where('sedan', 'is', null).execute();
    return 'gemensamt';
  });
}

/**
 * Takes one group out of what is agreed, and takes back what is asked of more groups: they were to write it with this one too.
 * When nobody but the owner is left, there is nothing to be agreed on.
 */
export async function taUr(db: Db, om: Om, grupp: { readonly id: string; readonly namn: string }): Promise<void> {
  const handling = om.rad.ratt;
  await db.transaction().execute(async (trx) => {
    const innan = (await readTillfragade(trx, handling)).filter(({ sedan }) => sedan !== null);
    // Something else may have been proposed since it was asked whether the group may be taken out.
    if (!innan.some(({ id }) => id === grupp.id)) return;
    await somForut(trx, handling);
    const bort = trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id);
    await (innan.length > 2 ? bort.where('partigrupp_id', '=', grupp.id) : bort).execute();
    await note(trx, om, 'samarbeteLamnat', { grupp: grupp.namn });
  });
}

/**
 * Takes back what is asked, and where nothing is, ends what is agreed: the handling is its owner's alone again.
 * @param lage how it stood when it was asked whether the person may: nothing is done when it stands otherwise by now.
 */
export async function avsluta(db: Db, om: Om, lage: Samarbetslage): Promise<void> {
  const handling = om.rad.ratt;
  await db.transaction().execute(async (trx) => {
    if (samarbetslage(await readTillfragade(trx, handling)) !== lage) return;
    if (lage === 'utokas') await somForut(trx, handling);
    else await trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id).execute();
    await note(trx, om, fragas(lage) ? 'samarbeteAterkallat' : 'samarbeteAvslutat', {});
  });
}

/** Those who write it go on as before anybody else was asked. */
async function somForut(trx: Db, handling: RattHandling): Promise<void> {
  await trx.deleteFrom('medgrupp').where('handling_id', '=', handling.id).where('sedan', 'is', null).execute();
  await rader(trx, handling).set({ svar: 'ja' }).execute();
}

function rader(trx: Db, { id }: RattHandling) {
  return trx.updateTable('medgrupp').where('handling_id', '=', id);
}

function note(trx: Db, { rad, person, tid }: Om, akt: Akt, detalj: NonNullable<NyAkt['detalj']>): Promise<void> {
  return bokfor(trx, { ...aktOm({ handling: rad.beskrivning, rad }, akt, person, tid), detalj });
}

const OSVARAT = { svar: null, svarad_av: null, svarad: null };

function svarat(svar: Svar, { person, tid }: Om) {
  return { svar, svarad_av: person.id, svarad: tid.toISOString() };
}
