import type { Db } from '../db/open.ts';
import { lankadress, skapaLank } from './engangslankar.ts';

/** Whether there is anybody who can invite others. */
export async function harAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('administrator', '=', 1)
    .where('sparrad', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What whoever starts the server is to read where there is no administrator yet: a link for the first one. Each start makes a
 * new one and ends the one before.
 */
export async function forstaLanken(db: Db, publicUrl: URL, now: Date): Promise<string | null> {
  if (await harAdministrator(db)) return null;
  const { kod } = await skapaLank(db, 'forstaStart', null, now);
  return [
    'Det finns ingen administratör än. Öppna länken och skapa det första kontot.',
    'Den gäller i 24 timmar och kan användas en gång; en omstart ger en ny.',
    lankadress(publicUrl, kod),
    '',
  ].join('\n');
}
