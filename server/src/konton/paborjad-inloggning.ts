import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../db/open.ts';
import type { Inloggningsslag } from '../db/schema.ts';

/** Long enough to find one's telephone, or to choose a new password at the city's own login. */
export const PABORJAD_MINUTER = 10;

const UppgifterSchema = z.record(z.string(), z.string());
type Uppgifter = Readonly<Record<string, string>>;

/**
 * Remembers that a login has begun, and what its answer is to be held against.
 * @returns what the browser that began it must bring back, and nobody else has
 */
export async function paborja(db: Db, slag: Inloggningsslag, uppgifter: Uppgifter, now: Date): Promise<string> {
  const kod = randomBytes(32).toString('base64url');
  // Whoever begins and never comes back leaves a row: each that begins takes the old ones away.
  await db.deleteFrom('paborjad_inloggning').where('giltig_till', '<=', now.toISOString()).execute();
  const giltig_till = new Date(now.getTime() + PABORJAD_MINUTER * 60_000).toISOString();
  await db
    .insertInto('paborjad_inloggning')
    .values({ hash: hashOf(kod), slag, uppgifter: JSON.stringify(uppgifter), giltig_till })
    .execute();
  return kod;
}

/** What was remembered, once: null where it is unknown, used, too old or another kind's. */
export async function fullfolj(db: Db, slag: Inloggningsslag, kod: string, now: Date): Promise<Uppgifter | null> {
  const row = await db
    .deleteFrom('paborjad_inloggning')
    .where('hash', '=', hashOf(kod))
    .returning(['slag', 'uppgifter', 'giltig_till'])
    .executeTakeFirst();
  if (row === undefined || row.slag !== slag || row.giltig_till <= now.toISOString()) return null;
  return UppgifterSchema.parse(JSON.parse(row.uppgifter));
}

function hashOf(kod: string): string {
  return createHash('sha256').update(kod).digest('hex');
}
