import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { addresses, type Config } from './config.ts';
import { errorCode, lockDataDir, prepareDataDir, StartError } from './data-dir.ts';
import type { Env } from './http/env.ts';
import { nej } from './http/fel.ts';
import { openServices } from './services.ts';
import { attachSync } from './sync/socket-adapter.ts';

export interface Running {
  readonly url: URL;
  /** Stops accepting, writes what is pending, tells every open page, and closes the files. */
  stop(): Promise<void>;
}

/** A client that trickles its headers or body is cut; milliseconds. */
const HTTP_TIMES = { headersTimeout: 10_000, requestTimeout: 60_000 } as const;
/** How long a request under way, or a client that does not answer a close, may still take when the server stops. */
const LAST_REQUESTS_MS = 2_000;

/**
 * Starts the server. The port is taken first, so that a second start on the same port touches no data.
 * @throws StartError where the port, the data directory or the store does not allow it; nothing is left running then.
 */
export async function start(config: Config, log: Logger): Promise<Running> {
  prepareDataDir(config.dataDir);
  let answer: (request: Request, env: Env['Bindings']) => Response | Promise<Response> = starting().fetch;
  // Without `createServer` it is Node's plain HTTP server that the adaptor makes.
  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, env as Env['Bindings']),
    serverOptions: HTTP_TIMES,
  }) as Server;
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
    const { rooms, metrics, app } = services;
    const { limits } = config;
    const detach = attachSync(server, { rooms, limits, origins: new Set(where.origins), log, metrics });
    answer = app.fetch;
    log.info({ url: where.publicUrl.origin, demo: config.demo }, 'listening');

    const stop = async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      await rooms.close();
      detach();
      server.closeIdleConnections();
      // Not closeAllConnections: the HTTP server no longer knows of a socket that has become a websocket.
      const impatient = setTimeout(() => connections.forEach((socket) => void socket.destroy()), LAST_REQUESTS_MS);
      await closed;
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
