import { createHash, randomBytes } from 'node:crypto';
import type { Lanksyfte } from '@samskrift/shared';
import type { Db } from '../db/open.ts';

const HOUR_MS = 60 * 60 * 1000;
/** How long each kind of link can be used, in milliseconds. */
const GILTIG_MS: Readonly<Record<Lanksyfte, number>> = {
  forstaStart: 24 * HOUR_MS,
  inbjudan: 7 * 24 * HOUR_MS,
  nyttLosenord: HOUR_MS,
};

/** A link as it is made; its `kod` is nowhere else, the store has only what it cannot be made from. */
export interface NyLank {
  readonly kod: string;
  readonly giltigTill: Date;
}

/** A link that can be used now, with the person it is for. */
export interface GiltigLank {
  readonly hash: string;
  readonly syfte: Lanksyfte;
  /** An administrator has had it on the screen. */
  readonly visad: boolean;
  readonly person: { readonly id: string; readonly namn: string; readonly epost: string } | null;
}

/**
 * Makes a link and ends those of its kind that the person had: the last one sent is the one that works. Not those of the other
 * kind, or anybody could end an invitation by asking for a new password in the invited person's name.
 */
export async function skapaLank(db: Db, syfte: Lanksyfte, personId: string | null, now: Date): Promise<NyLank> {
  const kod = randomBytes(32).toString('base64url');
  const giltigTill = new Date(now.getTime() + GILTIG_MS[syfte]);
  await db.deleteFrom('engangslank').where('person_id', 'is', personId).where('syfte', '=', syfte).execute();
  await db
    .insertInto('engangslank')
    .values({
      hash: hashOf(kod),
      syfte,
      person_id: personId,
      skapad: now.toISOString(),
      giltig_till: giltigTill.toISOString(),
    })
    .execute();
  return { kod, giltigTill };
}

/** To be called before a link is shown to an administrator: who uses it may then be somebody else than the person. */
export async function markeraVisad(db: Db, { kod }: NyLank): Promise<void> {
  await db.updateTable('engangslank').set({ visad: 1 }).where('hash', '=', hashOf(kod)).execute();
}

/** Ends every link of a person. */
export async function upphavLankar(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('engangslank').where('person_id', '=', personId).execute();
}

/** The link behind a code, null where it is unknown, used, too old, or its person is blocked. */
export async function giltigLank(db: Db, kod: string, now: Date): Promise<GiltigLank | null> {
  const row = await db
    .selectFrom('engangslank as l')
    .leftJoin('user as u', 'u.id', 'l.person_id')
    .select(['l.hash', 'l.syfte', 'l.giltig_till', 'l.visad', 'u.id', 'u.name', 'u.email', 'u.sparrad'])
    .where('l.hash', '=', hashOf(kod))
    .executeTakeFirst();
  if (row === undefined || row.sparrad !== null || !(Date.parse(row.giltig_till) > now.getTime())) return null;
  const { hash, syfte, id, name, email } = row;
  const visad = row.visad === 1;
  const person = id === null || name === null || email === null ? null : { id, namn: name, epost: email };
  return { hash, syfte, visad, person };
}

/** Uses a link up; false where somebody was faster. To be called in the transaction that does what it is for. */
export async function forbruka(db: Db, { hash }: GiltigLank): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('engangslank').where('hash', '=', hash).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Where a person goes with a code. */
export function lankadress(publicUrl: URL, kod: string): string {
  return new URL(`/valj-losenord?kod=${kod}`, publicUrl).href;
}

function hashOf(kod: string): string {
  return createHash('sha256').update(kod).digest('hex');
}
