import { sql } from 'kysely';
import { stored } from '../db/hemlig.ts';
import type { Db } from '../db/open.ts';
import { originOf } from '../nycklar/purposes.ts';

/** Which text a handling began as a copy of, and that text as it was given: canonical JSON. */
export interface Ursprung {
  readonly handlingId: string;
  readonly moderId: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly tid: string;
}

/** In place of a text whose bytes have been changed in the file: the copy can still be read, and differs in all of it. */
const UNREADABLE = '{"type":"doc","content":[]}';

/** The one place that writes the words of a group which `ursprung` holds, encrypted with the key of the copy's group; those below are the only ones that read them. */
export async function writeUrsprung(trx: Db, ursprung: Ursprung & { readonly givenAv: string }): Promise<void> {
  const { handlingId, moderId, text, tid, givenAv } = ursprung;
  const copy = await trx
    .selectFrom('handling')
    .where('id', '=', handlingId)
    .select(['agare_typ', 'agare_id'])
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('ursprung')
    .values({
      handling_id: handlingId,
      moder_id: moderId,
      text: stored(copy, originOf(handlingId), text),
      tid,
      given_av: givenAv,
    })
    .execute();
}

/** What a handling comes from; null for one that comes from no other. */
export async function readUrsprung(db: Db, handlingId: string): Promise<Ursprung | null> {
  return (await query(db).where('handling_id', '=', handlingId).executeTakeFirst()) ?? null;
}

/** What has been given from a handling, oldest first. */
export function readGivna(db: Db, moderId: string): Promise<Ursprung[]> {
  return query(db).where('moder_id', '=', moderId).orderBy('tid').orderBy('handling_id').execute();
}

function query(db: Db) {
  return db
    .selectFrom('ursprung')
    .innerJoin('handling as h', 'h.id', 'ursprung.handling_id')
    .select(['handling_id as handlingId', 'moder_id as moderId', 'tid'])
    .select(sql<string>`coalesce(oppen(h.agare_id, ${originOf('')} || h.id, ursprung.text), ${UNREADABLE})`.as('text'));
}
