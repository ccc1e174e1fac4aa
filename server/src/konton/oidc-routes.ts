import { createRoute, z } from '@hono/zod-openapi';
import { kropp, nekas, svar } from '../http/answers.ts';
import { OIDC_SVAR } from './oidc.ts';

const tags = ['Inloggning'];

export const postOidc = createRoute({
  method: 'post',
  path: '/api/inloggning/oidc',
  tags,
  summary: 'Börja logga in hos kommunens egen inloggning; svaret är adressen dit',
  request: kropp(z.object({ till: z.string().max(2000).optional() })),
  responses: {
    200: svar(z.object({ adress: z.string() }), 'Dit webbläsaren ska'),
    ...nekas(400, 403, 404, 413, 429, 502),
  },
});

export const getOidcSvar = createRoute({
  method: 'get',
  path: OIDC_SVAR,
  tags,
  summary:
    'Hit skickar kommunens egen inloggning tillbaka; svaret loggar in, eller leder till inloggningssidan med skälet',
  responses: { 302: { description: 'Till inloggningssidan' }, ...nekas(404) },
});

export const getOidcUt = createRoute({
  method: 'get',
  path: '/api/inloggning/oidc/ut',
  tags,
  summary: 'Vidare till utloggningen hos kommunens egen inloggning; till inloggningssidan där den ingen har',
  responses: { 302: { description: 'Till utloggningen' }, ...nekas(404) },
});
