import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { type App, createApp } from './app.ts';
import type { addresses, Config } from './config.ts';
import { demoSecret, StartError } from './data-dir.ts';
import { type Db, openDb } from './db/open.ts';
import { storeFault } from './db/store-fault.ts';
import { seedDemo } from './demo/seed.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createAuth } from './konton/auth.ts';
import { createGate } from './konton/gate.ts';
import { createSessions, type Sessions } from './konton/sessions.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { Rooms } from './sync/rooms.ts';

/** Everything behind the port. */
export interface Services {
  readonly app: App;
  readonly db: Db;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** Closes the files; the rooms have been closed before. */
  close(): Promise<void>;
}

/**
 * Opens the store in the data directory and builds what stands on it.
 * @param clientDir folder of the built client, null to serve the API alone.
 * @throws StartError for a store of another version
 */
export async function openServices(
  config: Config,
  { publicUrl, origins }: ReturnType<typeof addresses>,
  log: Logger,
  clientDir: string | null = builtClient(),
): Promise<Services> {
  const file = join(config.dataDir, 'samskrift.db');
  const db = await openStore(file);
  if (config.demo) await seedDemo(db, new Date());
  const registry = new Registry();
  const metrics = createMetrics(registry);
  const store = openSqliteStore(file);

  // Accounts come before the rooms that ask them, and tell the rooms when a session ends.
  let rooms: Rooms | null = null;
  const auth = createAuth({
    db,
    demo: config.demo,
    secret: config.secret ?? demoSecret(config.dataDir),
    publicUrl,
    origins,
    log,
    sessionEnded: (sessionId) => rooms?.sessionEnded(sessionId),
  });
  const sessions = createSessions(db, auth);
  rooms = new Rooms({ store, gate: createGate(db, sessions), limits: config.limits, log, metrics });
  const app = createApp({
    db,
    store,
    auth,
    sessions,
    rooms,
    registry,
    log,
    demo: config.demo,
    publicUrl,
    origins,
    clientDir,
    now: () => new Date(),
  });
  return {
    app,
    db,
    store,
    rooms,
    sessions,
    metrics,
    close: async () => {
      await store.close();
      await db.destroy();
    },
  };
}

async function openStore(file: string): Promise<Db> {
  try {
    return await openDb(file);
  } catch (error) {
    const message = storeFault(file, error);
    throw message === null ? error : new StartError(message, { cause: error });
  }
}

function builtClient(): string | null {
  const dir = join(import.meta.dirname, '../../client/dist');
  return existsSync(join(dir, 'index.html')) ? dir : null;
}
