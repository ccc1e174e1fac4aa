import { createRoute, z } from '@hono/zod-openapi';
import {
  InloggningsbegaranSchema,
  NyckelbegaranSchema,
  NyckelinloggningSchema,
  NyckelnamnSchema,
  NyckelSchema,
  NyNyckelSchema,
} from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const inloggning = ['Inloggning'];
const tags = ['Konton'];

export const postInloggningsbegaran = createRoute({
  method: 'post',
  path: '/api/inloggning/nyckel/borja',
  tags: inloggning,
  summary: 'Börja logga in med nyckel; svaret är vad webbläsaren ska be nyckeln om',
  responses: { 200: svar(InloggningsbegaranSchema, 'Begäran'), ...nekas(403, 429, 503) },
});

export const postNyckelinloggning = createRoute({
  method: 'post',
  path: '/api/inloggning/nyckel',
  tags: inloggning,
  summary: 'Logga in med det nyckeln svarade; svaret sätter en kaka',
  request: kropp(NyckelinloggningSchema),
  responses: { 200: svar(z.object({ id: z.string() }), 'Inloggad'), ...nekas(400, 401, 403, 413, 429, 503) },
});

export const getNycklar = createRoute({
  method: 'get',
  path: '/api/mig/nycklar',
  tags,
  summary: 'Mina nycklar, äldst först',
  responses: { 200: svar(z.array(NyckelSchema), 'Nycklarna'), ...nekas(401) },
});

export const postNyckelbegaran = createRoute({
  method: 'post',
  path: '/api/mig/nycklar/borja',
  tags,
  summary: 'Börja lägga till en nyckel; kräver en ny inloggning',
  responses: { 200: svar(NyckelbegaranSchema, 'Begäran'), ...nekas(401, 403, 409, 503) },
});

export const postNyckel = createRoute({
  method: 'post',
  path: '/api/mig/nycklar',
  tags,
  summary: 'Lägg till den nyckel som webbläsaren har gjort',
  request: kropp(NyNyckelSchema),
  responses: { 201: svar(NyckelSchema, 'Tillagd'), ...nekas(400, 401, 403, 409, 413, 503) },
});

export const patchNyckel = createRoute({
  method: 'patch',
  path: '/api/mig/nycklar/{id}',
  tags,
  summary: 'Ge en av mina nycklar ett annat namn',
  request: { params: idParam, ...kropp(NyckelnamnSchema) },
  responses: { 200: svar(NyckelSchema, 'Omdöpt'), ...nekas(400, 401, 403, 404, 413, 503) },
});

export const deleteNyckel = createRoute({
  method: 'delete',
  path: '/api/mig/nycklar/{id}',
  tags,
  summary: 'Ta bort en av mina nycklar',
  request: { params: idParam },
  responses: { 200: svar(NyckelSchema, 'Borttagen'), ...nekas(401, 403, 404, 503) },
});
