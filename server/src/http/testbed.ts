import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '@samskrift/shared';
import { pino } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { openApp } from '../http-app.ts';
import { openServices, type Services } from '../services.ts';

export const ORIGIN = 'http://127.0.0.1:4600';

/** One person's browser: keeps the cookie, names its origin. */
interface Browser {
  get(path: string): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

/** A whole server without a port, on a SQLite file of its own. */
export interface AppBed {
  readonly services: Services & { readonly app: App };
  readonly dataDir: string;
  /** Everything that has been logged, as the lines stand. */
  readonly log: string[];
  browser(cookie?: string): Browser;
  login(personId: string): Promise<Browser>;
  close(): Promise<void>;
}

export async function openAppBed(
  options: {
    demo?: boolean;
    clientDir?: string;
    origin?: string;
    mail?: Config['mail'];
    oidc?: Config['oidc'];
    trustProxy?: number;
    now?: () => Date;
  } = {},
): Promise<AppBed> {
  const origin = options.origin ?? ORIGIN;
  const dataDir = mkdtempSync(join(tmpdir(), 'samskrift-http-'));
  const log: string[] = [];
  const config: Config = {
    host: '127.0.0.1',
    port: 4600,
    dataDir,
    demo: options.demo ?? true,
    secret: 'a-secret-that-only-this-test-knows-of',
    masterKey: null,
    publicUrl: null,
    mail: options.mail ?? null,
    oidc: options.oidc ?? null,
    trustProxy: options.trustProxy ?? 0,
    sessions: { idleHours: 12, maxDays: 7 },
    logLevel: 'trace',
    limits: LIMITS,
  };
  const where = { publicUrl: new URL(origin), origins: [origin] };
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const services = await openServices(config, where, logger, options.now);
  const app = openApp(services, config, where, logger, options.clientDir ?? null);

  const browser = (cookie = ''): Browser => ({
    get: async (path) => app.request(`${origin}${path}`, { headers: { cookie } }, {}),
    send: async (method, path, body) =>
      app.request(
        `${origin}${path}`,
        {
          method,
          headers: { cookie, origin, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        {},
      ),
  });

  return {
    services: { ...services, app },
    dataDir,
    log,
    browser,
    login: async (personId) => {
      const answer = await browser().send('POST', '/api/auth/demo/logga-in', { personId });
      if (!answer.ok) throw new Error(`login answered ${answer.status}: ${log.at(-2)} ${log.at(-1)}`);
      return browser(
        answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      );
    },
    close: async () => {
      await services.rooms.close();
      await services.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What every refusal looks like; a body of another shape fails the test that reads it. */
export async function felOf(answer: Response): Promise<{ status: number; fel: unknown; meddelande: unknown }> {
  const { fel, meddelande, ...rest } = (await answer.json()) as Record<string, unknown>;
  if (Object.keys(rest).length > 0) throw new RangeError(`a refusal with more in it: ${Object.keys(rest).join(', ')}`);
  return { status: answer.status, fel, meddelande };
}
