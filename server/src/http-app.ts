import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { type App, createApp } from './app.ts';
import type { addresses, Config } from './config.ts';
import { metricsRegistry } from './http/metrics-registry.ts';
import { createAuth } from './konton/auth.ts';
import { createOidc } from './konton/oidc.ts';
import { createPost } from './post/post.ts';
import type { Services } from './services.ts';

/**
 * The HTTP app on the services that the rooms stand on already. What it imports is most of the program: it is loaded after them.
 * @param clientDir folder of the built client, null to serve the API alone.
 */
export function openApp(
  services: Services,
  config: Config,
  { publicUrl, origins }: ReturnType<typeof addresses>,
  log: Logger,
  clientDir: string | null = builtClient(),
): App {
  const { db, store, rooms, oppningar, sok, sessions, secret, now } = services;
  const { demo, trustProxy } = config;
  const sessionEnded = (sessionId: string): void => rooms.sessionEnded(sessionId);
  const auth = createAuth({ db, demo, secret, publicUrl, origins, limits: config.sessions, log, now, sessionEnded });
  const registry = metricsRegistry(services.metrics);
  const post = config.mail === null ? null : createPost(config.mail);
  const oidc = config.oidc === null ? null : createOidc(config.oidc, publicUrl, log);
  const things = { db, store, auth, sessions, rooms, oppningar, sok, post, oidc, registry, log, now };
  return createApp({ ...things, demo, trustProxy, publicUrl, origins, clientDir });
}

/** The app as Node's HTTP server asks it. */
export function listenerOf(app: App): RequestListener {
  const listen = getRequestListener(app.fetch);
  return (request, response) => void listen(request, response);
}

function builtClient(): string | null {
  const dir = join(import.meta.dirname, '../../client/dist');
  return existsSync(join(dir, 'index.html')) ? dir : null;
}
