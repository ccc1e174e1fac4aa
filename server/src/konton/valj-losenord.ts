import { randomUUID } from 'node:crypto';
import { personId } from '@samskrift/shared';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import { isUniqueViolation } from '../db/sqlite-dialect.ts';
import { taBortSessioner } from './avsluta-sessioner.ts';
import { endaVagenIn, vagAndrad } from './enda-vagen-in.ts';
import { forbruka, type GiltigLank, upphavLankar } from './engangslankar.ts';
import { harAdministrator } from './forsta-start.ts';

export interface Losenordsval {
  readonly lank: GiltigLank;
  /** Hashed by better-auth. */
  readonly hash: string;
  /** Who the first administrator is; null where the link is a person's own. */
  readonly ny: { readonly namn: string; readonly epost: string } | null;
  readonly now: Date;
}

export type Losenordsutfall =
  | { readonly ok: true; readonly id: string; readonly epost: string; readonly avslutade: readonly string[] }
  | { readonly ok: false; readonly fel: 'lankenGallerInte' | 'finnsRedan' };

/** Uses the link and sets the password, together or not at all; the person's sessions and other links end with it. */
export async function valjLosenord(db: Db, val: Losenordsval): Promise<Losenordsutfall> {
  try {
    return await db.transaction().execute((trx) => valj(trx, val));
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, fel: 'finnsRedan' };
    throw error;
  }
}

async function valj(db: Db, { lank, hash, ny, now }: Losenordsval): Promise<Losenordsutfall> {
  const galler = (await forbruka(db, lank)) && !(lank.person === null && (await harAdministrator(db)));
  const person = lank.person ?? (galler && ny !== null ? await forstaAdministratoren(db, ny, now) : null);
  if (!galler || person === null) return { ok: false, fel: 'lankenGallerInte' };
  const { id, epost } = person;
  const tid = now.toISOString();
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ password: hash, updatedAt: tid })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    await db
      .insertInto('account')
      .values({
        id: randomUUID(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash,
        createdAt: tid,
        updatedAt: tid,
      })
      .execute();
  }
  if (lank.visad || (await vagAndrad(db, id))) await endaVagenIn(db, personId(id), 'credential', now);
  await upphavLankar(db, id);
  const avslutade = await taBortSessioner(db, id);
  await bokfor(db, { akt: 'losenordValt', tid: now, personId: personId(id), detalj: { genom: lank.syfte } });
  return { ok: true, id, epost, avslutade };
}

async function forstaAdministratoren(db: Db, { namn, epost }: { namn: string; epost: string }, now: Date) {
  const id = randomUUID();
  const tid = now.toISOString();
  await db
    .insertInto('user')
    .values({
      id,
      name: namn,
      email: epost,
      emailVerified: 0,
      image: null,
      createdAt: tid,
      updatedAt: tid,
      administrator: 1,
      sparrad: null,
    })
    .execute();
  return { id, epost };
}
