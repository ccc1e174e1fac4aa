import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** The ways in that are not better-auth's own; the log of acts tells them apart. */
const GENOM = ['oidc', 'nyckel'] as const;

export const GenomSchema = z.object({ genom: z.enum(GENOM) });

/**
 * Opens a session for somebody whom the server has made sure of by other means than a password. There is no way to it by HTTP:
 * it has no path. Always a new session, whatever cookie came along.
 */
export function sessionsoppning() {
  return {
    id: 'sessionsoppning',
    endpoints: {
      oppnaSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: GenomSchema.extend({ personId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
          const session = user === null ? null : await ctx.context.internalAdapter.createSession(user.id);
          // None for a blocked account.
          if (user === null || session === null) return { oppnad: false };
          await setSessionCookie(ctx, { session, user });
          return { oppnad: true };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
