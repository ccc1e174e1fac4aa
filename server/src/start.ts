import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { createApp } from './app.ts';
import { addresses, type Config } from './config.ts';
import { demoSecret, errorCode, prepareDataDir, StartError } from './data-dir.ts';
import { type Db, openDb, StoreNewerError } from './db/open.ts';
import { seedDemo } from './demo/seed.ts';
import type { Env } from './http/env.ts';
import { nej } from './http/fel.ts';
import { createMetrics } from './http/metrics.ts';
import { createAuth } from './konton/auth.ts';
import { createGate } from './konton/gate.ts';
import { createSessions } from './konton/sessions.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import { Rooms } from './sync/rooms.ts';
import { attachSync } from './sync/socket-adapter.ts';

export interface Running {
  readonly url: URL;
  /** Stops accepting, tells every open page, writes what is pending and closes the files. */
  stop(): Promise<void>;
}

/**
 * Starts the server. The port is taken first, so that a second start on the same port touches no data.
 * @throws StartError where the port, the data directory or the store does not allow it; nothing is left running then.
 */
export async function start(config: Config, log: Logger): Promise<Running> {
  prepareDataDir(config.dataDir);
  let answer: (request: Request, env: Env['Bindings']) => Response | Promise<Response> = starting().fetch;
  const server = createServer(getRequestListener((request, env) => answer(request, env as Env['Bindings'])));
  const port = await listen(server, config);
  try {
    const file = join(config.dataDir, 'samskrift.db');
    const db = await openStore(file);
    if (config.demo) await seedDemo(db, new Date());
    const { publicUrl, origins } = addresses(config, port);
    const registry = new Registry();
    const metrics = createMetrics(registry);
    const store = openSqliteStore(file);

    const onSessionEnded: ((sessionId: string) => void)[] = [];
    const auth = createAuth({
      db,
      demo: config.demo,
      secret: config.secret ?? demoSecret(config.dataDir),
      publicUrl,
      origins,
      log,
      sessionEnded: (sessionId) => {
        for (const tell of onSessionEnded) tell(sessionId);
      },
    });
    const sessions = createSessions(db, auth);
    const { limits } = config;
    const rooms = new Rooms({ store, gate: createGate(db, sessions), limits, log, metrics });
    const detach = attachSync(server, { rooms, limits, origins: new Set(origins), log, metrics });
    onSessionEnded.push(
      (id) => sessions.forget(id),
      (id) => rooms.sessionEnded(id),
    );

    const clientDir = builtClient();
    const now = () => new Date();
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
      now,
    });
    answer = app.fetch;
    log.info({ url: publicUrl.origin, demo: config.demo }, 'listening');

    const stop = async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      await rooms.close();
      detach();
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(impatient);
      await store.close();
      await db.destroy();
      log.info('stopped');
    };
    return { url: publicUrl, stop };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

/** What is answered between taking the port and being ready. */
function starting(): Hono<Env> {
  const app = new Hono<Env>();
  app.all('*', (c) => nej(c, 'startar'));
  return app;
}

async function listen(server: Server, { host, port }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = errorCode(error);
    const message =
      code === 'EADDRINUSE'
        ? `Porten ${port} på ${host} används redan: stäng det andra programmet eller välj en annan PORT.`
        : `Det går inte att lyssna på ${host}:${port} (${code}): kontrollera HOST och PORT.`;
    throw new StartError(message, { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

async function openStore(file: string): Promise<Db> {
  try {
    return await openDb(file);
  } catch (error) {
    if (error instanceof StoreNewerError) {
      const message = `Databasen ${file} har skrivits av en nyare Samskrift (${error.migration}): kör den versionen.`;
      throw new StartError(message, { cause: error });
    }
    throw error;
  }
}

function builtClient(): string | null {
  const dir = join(import.meta.dirname, '../../client/dist');
  return existsSync(join(dir, 'index.html')) ? dir : null;
}
