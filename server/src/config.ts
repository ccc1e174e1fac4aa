import { LIMITS, type Limits } from '@samskrift/shared';
import { MASTER_KEY_FORM, masterKeyOf } from './nycklar/master-key.ts';

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
  /** 32 bytes that the partigrupper's keys are wrapped by; null in demo mode, where they are kept in the data directory. */
  readonly masterKey: Uint8Array | null;
  /** Where people reach the server, when it is not its own host and port. */
  readonly publicUrl: URL | null;
  /** Where mail is sent and from whom; null where links are given to the administrator to pass on. */
  readonly mail: { readonly smtpUrl: URL; readonly from: string } | null;
  /** The city's own login; null where people log in only as the accounts here say. */
  readonly oidc: OidcConfig | null;
  /** How many proxies stand before the server and say truly whom they ask for; 0 believes nobody. */
  readonly trustProxy: number;
  readonly sessions: SessionLimits;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly limits: Limits;
}

/** A provider of OpenID Connect, of whom everything else is asked at its own address. */
export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it is called on the login page, after «Logga in med». */
  readonly namn: string;
  readonly scope: string;
  /** Which claim has the e-mail address, and which says that it is the person's. */
  readonly emailClaim: string;
  readonly verifiedClaim: string;
  /** Every address of this provider's is the person's, although it says nothing of it. */
  readonly emailTrusted: boolean;
}

/** When a session ends by itself. */
export interface SessionLimits {
  /** Hours without a request. */
  readonly idleHours: number;
  /** Days from the login, however much it is used. */
  readonly maxDays: number;
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads the environment. Every wrong value gets one line of its own, in Swedish, for whoever starts the server. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const variables = new Variables(environment);
  const demo = variables.oneOf('DEMO', ['0', '1'], '0', 'ska vara 0 eller 1') === '1';
  const config: Config = {
    host: variables.text('HOST', '127.0.0.1'),
    port: variables.number('PORT', 4600, { from: 0, to: 65_535 }, 'ska vara ett portnummer, 0–65535'),
    dataDir: variables.text('DATA_DIR', './data'),
    demo,
    secret: variables.secret('SECRET'),
    masterKey: variables.key('MASTER_KEY'),
    publicUrl: variables.url('PUBLIC_URL', /^https?:$/, 'https://samskrift.exempel.se'),
    mail: readMail(variables),
    oidc: readOidc(variables),
    trustProxy: variables.number(
      'TRUST_PROXY',
      0,
      { from: 0, to: 10 },
      'ska vara antalet proxyer framför servern, 0–10',
    ),
    sessions: {
      idleHours: variables.number('SESSION_IDLE_HOURS', 12, { from: 1, to: 720 }, 'ska vara timmar, 1–720'),
      maxDays: variables.number('SESSION_MAX_DAYS', 7, { from: 1, to: 90 }, 'ska vara dygn, 1–90'),
    },
    logLevel: variables.oneOf('LOG_LEVEL', LOG_LEVELS, 'info', `ska vara något av ${LOG_LEVELS.join(', ')}`),
    limits: readLimits(variables),
  };
  const { errors } = variables;
  if (errors.length > 0) return { ok: false, errors };

  const { host, publicUrl } = config;
  if (!demo && config.secret === null) {
    errors.push('SECRET saknas: sätt en hemlighet på minst 32 tecken, eller DEMO=1 för att bara prova.');
  }
  if (!demo && config.masterKey === null) {
    errors.push(
      'MASTER_KEY saknas: sätt den till vad «openssl rand -hex 32» ger, och förvara den skild från databasen.',
    );
  }
  if (demo && !LOOPBACK.has(host)) {
    errors.push(`HOST=${host} går inte i demoläge, där vem som helst kan logga in: använd 127.0.0.1.`);
  }
  if (demo && publicUrl !== null && !LOOPBACK.has(bare(publicUrl.hostname))) {
    errors.push(`PUBLIC_URL=${publicUrl.origin} går inte i demoläge: demon nås bara från den egna datorn.`);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config };
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

/**
 * The variables by their kinds, and what is wrong with them. By hand: a server that everybody waits for would spend a third of
 * its start on loading a library for nine lines.
 */
class Variables {
  readonly errors: string[] = [];
  readonly #environment: Readonly<Record<string, string | undefined>>;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  text(name: string, fallback: string): string {
    const value = this.#environment[name] ?? fallback;
    return value === '' ? this.#wrong(name, 'får inte vara tom', fallback) : value;
  }

  optional(name: string): string | null {
    const value = this.#environment[name] ?? null;
    return value === '' ? this.#wrong(name, 'får inte vara tom', null) : value;
  }

  number(name: string, fallback: number, { from, to }: { from: number; to: number }, wanted: string): number {
    const value = this.#environment[name] ?? String(fallback);
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= from && number <= to ? number : this.#wrong(name, wanted, fallback);
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value, wanted: string): Value {
    const value = this.#environment[name] ?? fallback;
    return values.find((one) => one === value) ?? this.#wrong(name, wanted, fallback);
  }

  secret(name: string): string | null {
    const value = this.#environment[name] ?? null;
    return value !== null && value.length < 32 ? this.#wrong(name, 'ska vara minst 32 tecken', null) : value;
  }

  key(name: string): Uint8Array | null {
    const value = this.#environment[name];
    return value === undefined ? null : (masterKeyOf(value) ?? this.#wrong(name, MASTER_KEY_FORM, null));
  }

  url(name: string, protocols: RegExp, example: string): URL | null {
    const value = this.#environment[name];
    if (value === undefined) return null;
    const url = URL.parse(value);
    const known = url !== null && protocols.test(url.protocol) && url.hostname !== '';
    return known ? url : this.#wrong(name, `ska vara en adress som ${example}`, null);
  }

  mailAddress(name: string): string | null {
    const value = this.#environment[name];
    if (value === undefined) return null;
    const known = /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value);
    return known ? value : this.#wrong(name, 'ska vara en e-postadress som samskrift@exempel.se', null);
  }

  #wrong<Value>(name: string, wanted: string, fallback: Value): Value {
    this.errors.push(`${name} ${wanted}.`);
    return fallback;
  }
}

/** Both or none: mail without a sender is refused by most who receive it. */
function readMail(variables: Variables): Config['mail'] {
  const wrongBefore = variables.errors.length;
  const smtpUrl = variables.url('SMTP_URL', /^smtps?:$/, 'smtp://post.exempel.se:587');
  const from = variables.mailAddress('MAIL_FROM');
  if (smtpUrl !== null && from !== null) return { smtpUrl, from };
  if ((smtpUrl === null) !== (from === null) && variables.errors.length === wrongBefore) {
    const missing = smtpUrl === null ? 'SMTP_URL' : 'MAIL_FROM';
    variables.errors.push(`${missing} saknas: e-post kräver både SMTP_URL och MAIL_FROM.`);
  }
  return null;
}

/** All three or none: without a secret anybody could say that they are this server. */
function readOidc(variables: Variables): OidcConfig | null {
  const wrongBefore = variables.errors.length;
  const issuer = variables.url('OIDC_ISSUER', /^https?:$/, 'https://inloggning.exempel.se');
  const clientId = variables.optional('OIDC_CLIENT_ID');
  const clientSecret = variables.optional('OIDC_CLIENT_SECRET');
  const more = {
    namn: variables.text('OIDC_NAME', 'kommunens konto'),
    scope: variables.text('OIDC_SCOPE', 'openid email'),
    emailClaim: variables.text('OIDC_EMAIL_CLAIM', 'email'),
    verifiedClaim: variables.text('OIDC_EMAIL_VERIFIED_CLAIM', 'email_verified'),
    emailTrusted: variables.oneOf('OIDC_EMAIL_TRUSTED', ['0', '1'], '0', 'ska vara 0 eller 1') === '1',
  };
  const { errors } = variables;
  if (!more.scope.split(' ').includes('openid')) errors.push('OIDC_SCOPE ska innehålla openid.');
  if (issuer !== null && issuer.protocol !== 'https:' && !LOOPBACK.has(bare(issuer.hostname)))
    errors.push('OIDC_ISSUER ska börja med https://, utom på den egna datorn.');
  if (issuer !== null && clientId !== null && clientSecret !== null) return { issuer, clientId, clientSecret, ...more };
  const given = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const missing = Object.entries(given).flatMap(([name, value]) => (value === null ? [name] : []));
  if (missing.length < 3 && errors.length === wrongBefore) {
    const names = 'OIDC_ISSUER, OIDC_CLIENT_ID och OIDC_CLIENT_SECRET';
    errors.push(`${missing.join(' och ')} saknas: inloggning genom en annan tjänst kräver ${names}.`);
  }
  return null;
}

/** `messageBytes` is set by `LIMIT_MESSAGE_BYTES`. */
function limitVariable(name: string): string {
  return `LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function readLimits(variables: Variables): Limits {
  const range = { from: 1, to: Number.MAX_SAFE_INTEGER };
  const read = (name: keyof Limits): number =>
    variables.number(limitVariable(name), LIMITS[name], range, 'ska vara ett heltal större än 0');
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

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
