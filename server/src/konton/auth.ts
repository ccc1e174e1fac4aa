import { LOSENORD_MEST, LOSENORD_MINST, personId } from '@samskrift/shared';
import { betterAuth } from 'better-auth';
import type { Logger } from 'pino';
import { bokfor } from '../akter/bokfor.ts';
import type { SessionLimits } from '../config.ts';
import type { Db } from '../db/open.ts';
import { demoLogin } from '../demo/demo-login.ts';
import { GenomSchema, sessionsoppning } from './oppna-session.ts';
import { hasTls, SESSION_COOKIE } from './session-cookie.ts';

/** Where the server notes the peer's own address; what a client sends under this name is overwritten. */
export const IP_HEADER = 'x-samskrift-ip';

/** What accounts and sessions need to stand. */
export interface AuthOptions {
  readonly db: Db;
  readonly demo: boolean;
  readonly secret: string;
  readonly publicUrl: URL;
  readonly origins: readonly string[];
  readonly limits: SessionLimits;
  readonly log: Logger;
  readonly now: () => Date;
  /** Called once a session is gone from the store, however it ended. */
  readonly sessionEnded: (sessionId: string) => void;
}

const DAY = 24 * 60 * 60;
const HOUR_MS = 60 * 60 * 1000;

/** Accounts and sessions. Nobody registers alone, and the one-click login of demo persons is there only in demo mode. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: 'Samskrift',
    baseURL: options.publicUrl.origin,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [...options.origins],
    database: { db: options.db, type: 'sqlite' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LOSENORD_MINST,
      maxPasswordLength: LOSENORD_MEST,
    },
    // The cookie lives as long as a session may at most. Its row ends when it has not been used; use prolongs it (sessions.ts).
    session: { expiresIn: options.limits.maxDays * DAY, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      window: 10,
      max: 10_000,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'samskrift',
      cookies: { session_token: { name: SESSION_COOKIE } },
      useSecureCookies: hasTls(options.publicUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [IP_HEADER] },
    },
    telemetry: { enabled: false },
    // Its messages are for developers and may quote what was sent: the log gets the level and the words before a colon, never
    // what comes after, nor the arguments.
    logger: { log: (level, message) => options.log[level]({ part: 'auth' }, message.split(':', 1)[0]) },
    databaseHooks: {
      session: {
        create: {
          // Refused here, after the password has been compared: the answer and its time are those of a wrong one.
          before: async (session) => {
            const open = await options.db
              .selectFrom('user')
              .select('id')
              .where('id', '=', session.userId)
              .where('sparrad', 'is', null)
              .executeTakeFirst();
            if (open === undefined) return false;
            return { data: { expiresAt: new Date(options.now().getTime() + options.limits.idleHours * HOUR_MS) } };
          },
          after: async (session, context) => {
            const detalj = GenomSchema.safeParse(context?.body).data ?? {};
            const rad = { akt: 'inloggad', tid: options.now(), personId: personId(session.userId), detalj } as const;
            await bokfor(options.db, rad);
          },
        },
        delete: {
          after: async (session) => options.sessionEnded(session.id),
        },
      },
    },
    plugins: [sessionsoppning(), ...(options.demo ? [demoLogin()] : [])],
  });
}

export type Auth = Pick<ReturnType<typeof createAuth>, 'handler' | 'api' | '$context'>;
