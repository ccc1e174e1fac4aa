import { personId } from '@samskrift/shared';
import type { Insertable } from 'kysely';
import { bokfor } from '../akter/bokfor.ts';
import type { Db } from '../db/open.ts';
import type { Database } from '../db/schema.ts';

/** A row before it has its number. */
type NyRad = Omit<Insertable<Database['handling']>, 'nummer'>;

/**
 * Writes a handling and its document's first text in one transaction: there is no handling without a text, and no text
 * that a client would have to begin.
 * @param seed the first text as a whole Yjs update.
 */
export async function createHandling(db: Db, row: NyRad, seed: Uint8Array): Promise<void> {
  await db.transaction().execute((trx) => insertHandling(trx, row, seed));
}

/** The same within a transaction that does more. */
export async function insertHandling(trx: Db, row: NyRad, seed: Uint8Array): Promise<void> {
  await trx
    .insertInto('handling')
    .values({ ...row, nummer: await nextNumber(trx, row) })
    .execute();
  await trx.insertInto('dokument').values({ handling_id: row.id, bas: seed }).execute();
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
