import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { kropp, nekas, svar } from './answers.ts';
import type { Env } from './env.ts';

const tags = ['Inloggning'];

/** Describes what better-auth answers: its endpoints are not ours to declare as routes, but they are part of the API. */
export function describeAuth(registry: OpenAPIHono<Env>['openAPIRegistry'], demo: boolean): void {
  registry.registerPath({
    method: 'post',
    path: '/api/auth/sign-in/email',
    tags,
    summary: 'Logga in med e-postadress och lösenord; svaret sätter en kaka',
    request: kropp(z.object({ email: z.string(), password: z.string() })),
    responses: { 200: svar(z.looseObject({}), 'Inloggad'), ...nekas(400, 401, 403, 429) },
  });
  registry.registerPath({
    method: 'post',
    path: '/api/auth/sign-out',
    tags,
    summary: 'Logga ut; öppna sidor med samma session stängs genast',
    responses: { 200: svar(z.object({ success: z.boolean() }), 'Utloggad'), ...nekas(403) },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/auth/get-session',
    tags,
    summary: 'Sessionen bakom kakan, eller null',
    responses: { 200: svar(z.looseObject({}).nullable(), 'Sessionen') },
  });
  if (!demo) return;
  registry.registerPath({
    method: 'post',
    path: '/api/auth/demo/logga-in',
    tags: ['Demo'],
    summary: 'Logga in som en demoperson; finns bara i demoläge',
    request: kropp(z.object({ personId: z.string() })),
    responses: { 200: svar(z.object({ id: z.string() }), 'Inloggad'), ...nekas(400, 403, 404) },
  });
}
