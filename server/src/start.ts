import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import { addresses, type Config } from './config.ts';
import { errorCode, lockDataDir, prepareDataDir, StartError } from './data-dir.ts';
import { Door } from './http/door.ts';
import { isReady } from './http/readiness.ts';
import { forstaLanken } from './konton/forsta-start.ts';
import { openServices } from './services.ts';
import { attachSync } from './sync/socket-adapter.ts';

export interface Running {
  readonly url: URL;
  /** Stops accepting, writes what is pending, tells every open page, and closes the files. */
  stop(): Promise<void>;
}

// Not imported: a module that imports it by name is given all of it, with an HTTP client of 14 MB that takes 40 ms to load.
const { createServer } = process.getBuiltinModule('node:http');

/** A client that trickles its headers or body is cut; milliseconds. */
const HTTP_TIMES = { headersTimeout: 10_000, requestTimeout: 60_000 } as const;
/** Those who come back at once after a restart come before it. */
const REHEARSE_AFTER_MS = 50;
/** How long a request under way, or a client that does not answer a close, may still take when the server stops. */
const LAST_REQUESTS_MS = 2_000;

/**
 * Starts the server. The port is taken first, so that a second start on the same port touches no data; then come the rooms,
 * for whom people with unsaved words wait, and last the HTTP app.
 * @param say tells whoever starts it what must not stand in the log
 * @throws StartError where the port, the data directory or the store does not allow it; nothing is left running then.
 */
export async function start(config: Config, log: Logger, say: (words: string) => void = write): Promise<Running> {
  prepareDataDir(config.dataDir);
  const door = new Door();
  const server = createServer(HTTP_TIMES, door.answer);
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const port = await listen(server, config);
  let unlock: (() => void) | null = null;
  try {
    unlock = lockDataDir(config.dataDir);
    const where = addresses(config, port);
    const services = await openServices(config, where, log);
    const { rooms, metrics } = services;
    const { limits } = config;
    const detach = attachSync(server, { rooms, limits, origins: new Set(where.origins), log, metrics });
    const app = async (): Promise<RequestListener> => {
      const { listenerOf, openApp } = await import('./http-app.ts');
      const listener = listenerOf(openApp(services, config, where, log));
      // Not left to the end of the process: one that is killed has none, and the next start is to find its modules compiled.
      flushCompileCache();
      return listener;
    };
    door.open(() => isReady({ ...services, log }), app);
    // Before the line that tells that it listens, which whoever runs it waits for.
    const words = config.demo ? null : await forstaLanken(services.db, where.publicUrl, services.now());
    if (words !== null) say(words);
    log.info({ url: where.publicUrl.origin, demo: config.demo }, 'listening');

    let rehearsal: Promise<void> | null = null;
    const curtain = setTimeout(() => {
      rehearsal = services.rehearse().catch((error: unknown) => log.error({ err: error }, 'the rehearsal failed'));
    }, REHEARSE_AFTER_MS);
    const stop = async (): Promise<void> => {
      clearTimeout(curtain);
      await rehearsal;
      const closed = once(server, 'close');
      server.close();
      await rooms.close();
      detach();
      server.closeIdleConnections();
      // Not closeAllConnections: the HTTP server no longer knows of a socket that has become a websocket.
      const impatient = setTimeout(() => connections.forEach((socket) => void socket.destroy()), LAST_REQUESTS_MS);
      await closed;
      await door.close();
      clearTimeout(impatient);
      await services.close();
      unlock?.();
      log.info('stopped');
    };
    return { url: where.publicUrl, stop };
  } catch (error) {
    unlock?.();
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

function write(words: string): void {
  process.stdout.write(words);
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
