import { LIMITS, type Limits } from '@samskrift/shared';
import { z } from 'zod';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything a server is started with, read once. */
export interface Config {
  readonly host: string;
  /** 0 lets the operating system choose. */
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  /** Signs the session cookies; null in demo mode, where one is kept in the data directory. */
  readonly secret: string | null;
  /** Where people reach the server, when it is not its own host and port. */
  readonly publicUrl: URL | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly limits: Limits;
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly errors: readonly string[] };

/** `messageBytes` is set by `LIMIT_MESSAGE_BYTES`. */
function limitVariable(name: string): string {
  return `LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

const limit = (fallback: number) =>
  z.coerce
    .number({ error: 'ska vara ett heltal större än 0' })
    .int('ska vara ett heltal större än 0')
    .positive('ska vara ett heltal större än 0')
    .default(fallback);

const flag = z.enum(['0', '1'], { error: 'ska vara 0 eller 1' });
const port = 'ska vara ett portnummer, 0–65535';

const LimitsSchema = z.object(
  Object.fromEntries(Object.entries(LIMITS).map(([name, value]) => [limitVariable(name), limit(value)])),
);

const EnvironmentSchema = z.object({
  HOST: z.string().min(1, 'får inte vara tom').default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65_535, port)).default(4600),
  DATA_DIR: z.string().min(1, 'får inte vara tom').default('./data'),
  DEMO: flag.default('0'),
  SECRET: z.string().min(32, 'ska vara minst 32 tecken').optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'ska vara en adress som https://samskrift.exempel.se' }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `ska vara något av ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Reads the environment. Every wrong value gets one line of its own, in Swedish, for whoever starts the server. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const base = EnvironmentSchema.safeParse(environment);
  const limits = LimitsSchema.safeParse(environment);
  const errors = [...lines(base.error), ...lines(limits.error)];
  if (!base.success || !limits.success) return { ok: false, errors };

  const { data } = base;
  const demo = data.DEMO === '1';
  const publicUrl = data.PUBLIC_URL === undefined ? null : new URL(data.PUBLIC_URL);
  if (!demo && data.SECRET === undefined) {
    errors.push('SECRET saknas: sätt en hemlighet på minst 32 tecken, eller DEMO=1 för att bara prova.');
  }
  if (demo && !LOOPBACK.has(data.HOST)) {
    errors.push(`HOST=${data.HOST} går inte i demoläge, där vem som helst kan logga in: använd 127.0.0.1.`);
  }
  if (demo && publicUrl !== null && !LOOPBACK.has(bare(publicUrl.hostname))) {
    errors.push(`PUBLIC_URL=${publicUrl.origin} går inte i demoläge: demon nås bara från den egna datorn.`);
  }
  if (errors.length > 0) return { ok: false, errors };

  return {
    ok: true,
    config: {
      host: data.HOST,
      port: data.PORT,
      dataDir: data.DATA_DIR,
      demo,
      secret: data.SECRET ?? null,
      publicUrl,
      logLevel: data.LOG_LEVEL,
      limits: readLimits(limits.data),
    },
  };
}

/** The public address, and the origins from which browsers may write: that one, and on loopback its other names. */
export function addresses(
  config: Config,
  port: number,
): { readonly publicUrl: URL; readonly origins: readonly string[] } {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const publicUrl = config.publicUrl ?? new URL(`http://${host}:${port}`);
  const origins = new Set([publicUrl.origin]);
  if (LOOPBACK.has(config.host)) {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) origins.add(`http://${name}:${port}`);
  }
  return { publicUrl, origins: [...origins] };
}

function readLimits(data: Readonly<Record<string, number>>): Limits {
  const read = (name: keyof Limits): number => data[limitVariable(name)] ?? LIMITS[name];
  return {
    messageBytes: read('messageBytes'),
    updatesPerSecond: read('updatesPerSecond'),
    updateBurst: read('updateBurst'),
    socketsPerPersonAndRoom: read('socketsPerPersonAndRoom'),
    documentWarnBytes: read('documentWarnBytes'),
    documentBytes: read('documentBytes'),
    awarenessBytes: read('awarenessBytes'),
    socketBacklogBytes: read('socketBacklogBytes'),
    authenticationMs: read('authenticationMs'),
  };
}

function lines(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}.`);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
