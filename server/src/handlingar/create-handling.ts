import { personId } from '@samskrift/shared';
import type { Insertable } from 'kysely';
import { bokfor } from '../akter/bokfor.ts';
import { stored } from '../db/hemlig.ts';
import type { Db } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { baseOf, titleOf } from '../nycklar/purposes.ts';

/** A row before it has its number. */
export type NyRad = Omit<Insertable<Database['handling']>, 'nummer'> & { readonly titel: string };

/**
 * Writes a handling and its document's first text in one transaction: there is no handling without a text, and no text
 * that a client would have to begin.
 * @param seed the first text as a whole Yjs update.
 */
export async function createHandling(db: Db, row: NyRad, seed: Uint8Array): Promise<void> {
  await db.transaction().execute((trx) => createHandlingIn(trx, row, seed));
}

/** The same within a transaction that does more. */
export async function createHandlingIn(trx: Db, row: NyRad, seed: Uint8Array): Promise<void> {
  await insertHandling(trx, row, seed);
  await bokfor(trx, {
    akt: 'handlingSkapad',
    tid: new Date(row.skapad),
    personId: personId(row.skapad_av),
    handlingId: row.id,
    arendeId: row.arende_id,
    namndId: row.namnd_id,
    detalj: { typ: row.typ },
  });
}

/** The two rows of a new handling, within the transaction of what makes it. @returns its number in the ärende. */
export async function insertHandling(trx: Db, row: NyRad, seed: Uint8Array): Promise<number | null> {
  const nummer = await nextNumber(trx, row);
  await trx
    .insertInto('handling')
    .values({ ...row, titel: stored(row, titleOf(row.id), row.titel), nummer })
    .execute();
  await trx
    .insertInto('dokument')
    .values({ handling_id: row.id, bas: stored(row, baseOf(row.id), seed) })
    .execute();
  return nummer;
}

/** A partigrupp's handling takes no number: a gap would tell the others that it exists. */
async function nextNumber(trx: Db, { arende_id, agare_typ }: NyRad): Promise<number | null> {
  if (agare_typ === 'partigrupp') return null;
  const last = await trx
    .selectFrom('handling')
    .where('arende_id', '=', arende_id)
    .select(({ fn }) => fn.max('nummer').as('nummer'))
    .executeTakeFirst();
  return (last?.nummer ?? 0) + 1;
}
