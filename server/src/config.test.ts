import { readFileSync } from 'node:fs';
import { LIMITS } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { addresses, type Config, readConfig } from './config.ts';

const SECRET = 'x'.repeat(32);
const OIDC = {
  OIDC_ISSUER: 'https://inloggning.exempel.se/realms/stad',
  OIDC_CLIENT_ID: 'samskrift',
  OIDC_CLIENT_SECRET: 'hemligt',
};
const MASTER_KEY = '0f'.repeat(32);

function config(environment: Record<string, string>): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.errors.join('\n'));
  return read.config;
}

function errors(environment: Record<string, string>): readonly string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.errors;
}

describe('configuration', () => {
  it('[K16] README.md names every variable with its default, and no other', () => {
    const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gm)].map(([, name = '', value = '']) => [name, value]);
    const { host, port, dataDir, logLevel, sessions, trustProxy } = config({ SECRET, MASTER_KEY });
    const oidc = config({ SECRET, MASTER_KEY, ...OIDC }).oidc;
    const limits = Object.entries(LIMITS).map(([name, value]) => [
      `LIMIT_${name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`,
      `\`${value}\``,
    ]);
    expect(rows).toEqual([
      ['HOST', `\`${host}\``],
      ['PORT', `\`${port}\``],
      ['DATA_DIR', `\`${dataDir}\``],
      ['DEMO', '`1` med `npm start`, annars `0`'],
      ['SECRET', '–'],
      ['MASTER_KEY', '–'],
      ['PUBLIC_URL', '`http://HOST:PORT`'],
      ['SMTP_URL', '–'],
      ['MAIL_FROM', '–'],
      ['OIDC_ISSUER', '–'],
      ['OIDC_CLIENT_ID', '–'],
      ['OIDC_CLIENT_SECRET', '–'],
      ['OIDC_NAME', `\`${oidc?.namn}\``],
      ['OIDC_SCOPE', `\`${oidc?.scope}\``],
      ['OIDC_EMAIL_CLAIM', `\`${oidc?.emailClaim}\``],
      ['OIDC_EMAIL_VERIFIED_CLAIM', `\`${oidc?.verifiedClaim}\``],
      ['OIDC_EMAIL_TRUSTED', '`0`'],
      ['TRUST_PROXY', `\`${trustProxy}\``],
      ['SESSION_IDLE_HOURS', `\`${sessions.idleHours}\``],
      ['SESSION_MAX_DAYS', `\`${sessions.maxDays}\``],
      ['LOG_LEVEL', `\`${logLevel}\``],
      ...limits,
    ]);
    for (const [name = ''] of limits) {
      const set = Object.values(config({ SECRET, MASTER_KEY, [name]: '1' }).limits).filter((limit) => limit === 1);
      expect([name, set.length]).toEqual([name, 1]);
    }
  });

  it('[C1] what is left out has its default, and a limit is set by its own variable', () => {
    expect(config({ SECRET, MASTER_KEY })).toEqual({
      host: '127.0.0.1',
      port: 4600,
      dataDir: './data',
      demo: false,
      secret: SECRET,
      masterKey: new Uint8Array(32).fill(15),
      publicUrl: null,
      mail: null,
      oidc: null,
      trustProxy: 0,
      sessions: { idleHours: 12, maxDays: 7 },
      logLevel: 'info',
      limits: LIMITS,
    });
    const { limits } = config({ DEMO: '1', LIMIT_MESSAGE_BYTES: '1000', LIMIT_AUTHENTICATION_MS: '5' });
    expect(limits).toEqual({ ...LIMITS, messageBytes: 1000, authenticationMs: 5 });
  });

  it('[A26] mail needs both its address and its sender', () => {
    const SMTP_URL = 'smtp://post.exempel.se:587';
    const MAIL_FROM = 'Samskrift <samskrift@exempel.se>';
    expect(config({ SECRET, MASTER_KEY, SMTP_URL, MAIL_FROM }).mail).toEqual({
      smtpUrl: new URL(SMTP_URL),
      from: MAIL_FROM,
    });
    expect(errors({ SECRET, MASTER_KEY, SMTP_URL })).toEqual([
      'MAIL_FROM saknas: e-post kräver både SMTP_URL och MAIL_FROM.',
    ]);
    expect(errors({ SECRET, MASTER_KEY, MAIL_FROM })).toEqual([
      'SMTP_URL saknas: e-post kräver både SMTP_URL och MAIL_FROM.',
    ]);
    expect(errors({ SECRET, MASTER_KEY, SMTP_URL: 'http://post.exempel.se', MAIL_FROM: 'ingen' })).toHaveLength(2);
  });

  it('[A27] the city’s own login needs its address, a client and its secret; what is missing is named', () => {
    expect(config({ SECRET, MASTER_KEY, ...OIDC, OIDC_NAME: 'Stadens konto', OIDC_EMAIL_TRUSTED: '1' }).oidc).toEqual({
      issuer: new URL(OIDC.OIDC_ISSUER),
      clientId: 'samskrift',
      clientSecret: 'hemligt',
      namn: 'Stadens konto',
      scope: 'openid email',
      emailClaim: 'email',
      verifiedClaim: 'email_verified',
      emailTrusted: true,
    });
    for (const name of Object.keys(OIDC)) {
      const { [name as keyof typeof OIDC]: _, ...rest } = OIDC;
      expect(errors({ SECRET, MASTER_KEY, ...rest })).toEqual([expect.stringMatching(new RegExp(`^${name} saknas: `))]);
      expect(errors({ SECRET, MASTER_KEY, ...OIDC, [name]: '' })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    }
  });

  it.each([
    ['OIDC_ISSUER', 'http://inloggning.exempel.se', 0],
    ['OIDC_ISSUER', 'inloggning.exempel.se', 0],
    ['OIDC_SCOPE', 'email', 0],
    ['OIDC_NAME', '', 0],
    ['OIDC_EMAIL_TRUSTED', 'ja', 0],
    ['OIDC_ISSUER', 'http://127.0.0.1:8080', 1],
    ['OIDC_ISSUER', 'http://localhost:8080/realms/stad', 1],
  ])('[A27] %s=%j: https but on one’s own computer, and every value as it should be', (name, value, good) => {
    const found = errors({ SECRET, MASTER_KEY, ...OIDC, [name]: value });
    expect(found).toEqual(good === 1 ? [] : [expect.stringMatching(new RegExp(`^${name} .*\\.$`))]);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', ''],
    ['PORT', '70000'],
    ['PORT', '1.5'],
    ['DEMO', 'ja'],
    ['SECRET', 'kort'],
    ['MASTER_KEY', '0f0f'],
    ['MASTER_KEY', 'z'.repeat(64)],
    ['PUBLIC_URL', 'samskrift.exempel.se'],
    ['PUBLIC_URL', 'ftp://exempel.se'],
    ['LOG_LEVEL', 'mycket'],
    ['TRUST_PROXY', 'ja'],
    ['DATA_DIR', ''],
    ['HOST', ''],
    ['LIMIT_UPDATE_BURST', ''],
    ['LIMIT_UPDATE_BURST', '0'],
    ['LIMIT_UPDATE_BURST', 'många'],
  ])('[C2] %s=%j is refused in one line that names it', (name, value) => {
    const found = errors({ SECRET, MASTER_KEY, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
  });

  it('[C3] all wrong values are told at once', () => {
    expect(errors({ SECRET, MASTER_KEY, PORT: 'abc', LOG_LEVEL: 'x', LIMIT_DOCUMENT_BYTES: '-1' })).toHaveLength(3);
  });

  it('[C4] without demo mode a secret and a master key must be given; there is none by default', () => {
    expect(errors({})).toEqual([expect.stringMatching(/^SECRET saknas/), expect.stringMatching(/^MASTER_KEY saknas/)]);
    expect(errors({ SECRET })).toEqual([expect.stringMatching(/^MASTER_KEY saknas/)]);
    expect(errors({ DEMO: '1' })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'samskrift.exempel.se'])('[C5] demo mode refuses HOST=%s', (HOST) => {
    expect(errors({ DEMO: '1', HOST })).toEqual([expect.stringMatching(/^HOST=.* går inte i demoläge/)]);
    expect(errors({ SECRET, MASTER_KEY, HOST })).toEqual([]);
  });

  it('[C5] demo mode refuses a public address', () => {
    expect(errors({ DEMO: '1', PUBLIC_URL: 'https://samskrift.exempel.se' })).toHaveLength(1);
    expect(errors({ DEMO: '1', PUBLIC_URL: 'http://localhost:5173' })).toEqual([]);
  });

  it('[C6] pages of the public address may write, and on loopback those of its other names, and no others', () => {
    const local = addresses(config({ DEMO: '1' }), 4711);
    expect(local.publicUrl.origin).toBe('http://127.0.0.1:4711');
    expect(local.origins).toEqual(['http://127.0.0.1:4711', 'http://localhost:4711', 'http://[::1]:4711']);
    const open = addresses(
      config({ SECRET, MASTER_KEY, HOST: '0.0.0.0', PUBLIC_URL: 'https://samskrift.exempel.se/' }),
      4600,
    );
    expect(open.origins).toEqual(['https://samskrift.exempel.se']);
  });
});
