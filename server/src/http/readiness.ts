import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import type { Rooms } from '../sync/rooms.ts';

/** What `/readyz` stands on. */
export interface ReadinessDeps {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'storageOk'>;
  readonly log: Logger;
}

/** Whether the server can read and save now. */
export async function isReady({ db, rooms, log }: ReadinessDeps): Promise<boolean> {
  try {
    await sql`SELECT 1 FROM handling LIMIT 1`.execute(db);
  } catch (error) {
    log.error({ err: error }, 'not ready');
    return false;
  }
  return rooms.storageOk();
}
