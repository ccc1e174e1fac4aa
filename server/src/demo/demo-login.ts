import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** A demo person's e-mail ends so; nobody else's account can be entered without a password. */
export const DEMO_DOMAIN = '@demo.invalid';

/** The one-click login of demo mode: an ordinary session for a demo person. The server has it only in demo mode. */
export function demoLogin() {
  return {
    id: 'demo',
    endpoints: {
      demoLogin: createAuthEndpoint(
        '/demo/logga-in',
        { method: 'POST', body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
          if (user === null || !user.email.endsWith(DEMO_DOMAIN)) throw new APIError('NOT_FOUND');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          // None for a blocked account.
          if (session === null) throw new APIError('NOT_FOUND');
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ id: user.id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
