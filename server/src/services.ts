import { join } from 'node:path';
import type { HandlingId, PersonId } from '@samskrift/shared';
import type { Logger } from 'pino';
import { Oppningar } from './akter/oppningar.ts';
import type { addresses, Config } from './config.ts';
import { demoMasterKey, demoSecret, StartError } from './data-dir.ts';
import { type Db, openDb } from './db/open.ts';
import { storeFault } from './db/store-fault.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createGate } from './konton/gate.ts';
import { sessionCookieName } from './konton/session-cookie.ts';
import { createSessions, type Sessions } from './konton/sessions.ts';
import { rehearse } from './rehearse.ts';
import { Sok } from './sok/sok.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { Rooms } from './sync/rooms.ts';

/** Everything behind the port but the HTTP app: what the rooms stand on, and the rooms. */
export interface Services {
  readonly db: Db;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly oppningar: Oppningar;
  readonly sok: Sok;
  readonly sessions: Sessions;
  /** Signs the session cookies. */
  readonly secret: string;
  readonly metrics: Metrics;
  readonly now: () => Date;
  /** @see rehearse */
  rehearse(): Promise<void>;
  /** Closes the files; the rooms have been closed before. */
  close(): Promise<void>;
}

/**
 * Opens the store in the data directory and builds what stands on it.
 * @throws StartError for a store of another version
 */
export async function openServices(
  config: Config,
  { publicUrl }: Pick<ReturnType<typeof addresses>, 'publicUrl'>,
  log: Logger,
  now: () => Date = () => new Date(),
): Promise<Services> {
  const file = join(config.dataDir, 'samskrift.db');
  const masterKey = config.masterKey ?? demoMasterKey(config.dataDir);
  const db = await openStore(file, masterKey);
  if (config.demo) await seedOnce(db);
  const metrics = createMetrics();
  const store = openSqliteStore(file, masterKey);
  const secret = config.secret ?? demoSecret(config.dataDir);
  const cookieName = sessionCookieName(publicUrl);
  const sessions = createSessions(db, {
    cookieName,
    secret,
    limits: config.sessions,
    now,
  });
  const sok = new Sok({ file: join(config.dataDir, 'sok.db'), db, store, log, tails: () => rooms.tails() });
  const textKept = (id: string): void => sok.changed(id);
  const oppningar = new Oppningar(db, log, now);
  const entered = (handling: HandlingId, person: PersonId): void => oppningar.note(handling, person);
  const gate = createGate(db, sessions);
  const rooms = new Rooms({ store, gate, limits: config.limits, log, metrics, textKept, entered });
  return {
    db,
    store,
    rooms,
    oppningar,
    sok,
    sessions,
    secret,
    metrics,
    now,
    rehearse: () => rehearse({ db, store, gate, secret, cookieName }),
    close: async () => {
      await sok.close();
      await oppningar.klart();
      await store.close();
      await db.destroy();
    },
  };
}

async function openStore(file: string, masterKey: Uint8Array): Promise<Db> {
  try {
    return await openDb(file, masterKey);
  } catch (error) {
    const message = storeFault(file, error);
    throw message === null ? error : new StartError(message, { cause: error });
  }
}

/** The demo's texts bring the whole text schema with them, which a store that has somebody in it need not wait for. */
async function seedOnce(db: Db): Promise<void> {
  const anybody = await db.selectFrom('user').select('id').limit(1).executeTakeFirst();
  if (anybody !== undefined) return;
  const { seedDemo } = await import('./demo/seed.ts');
  await seedDemo(db, new Date());
}
