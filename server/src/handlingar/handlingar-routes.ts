import { createRoute, z } from '@hono/zod-openapi';
import {
  AndraHandlingSchema,
  DelningSchema,
  HandlingSchema,
  NyDelningSchema,
  NyHandlingSchema,
} from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Handlingar'];
const delningParam = z.object({ id: z.string(), personId: z.string() });

export const postHandling = createRoute({
  method: 'post',
  path: '/api/arenden/{id}/handlingar',
  tags,
  summary: 'Skapa en handling ur en mall eller med en egen första text',
  request: { params: idParam, ...kropp(NyHandlingSchema) },
  responses: { 201: svar(HandlingSchema, 'Handlingen'), ...nekas(400, 401, 403, 404, 413, 503) },
});

export const getHandling = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}',
  tags,
  summary: 'Vad handlingen är, vem som äger den och vad den inloggade får göra',
  request: { params: idParam },
  responses: { 200: svar(HandlingSchema, 'Handlingen'), ...nekas(401, 404) },
});

export const patchHandling = createRoute({
  method: 'patch',
  path: '/api/handlingar/{id}',
  tags,
  summary: 'Byt titel',
  request: { params: idParam, ...kropp(AndraHandlingSchema) },
  responses: { 200: svar(HandlingSchema, 'Handlingen'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const getDelningar = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/delningar',
  tags,
  summary: 'Vilka handlingen delas med',
  request: { params: idParam },
  responses: { 200: svar(z.array(DelningSchema), 'Delningarna i namnordning'), ...nekas(401, 403, 404) },
});

export const putDelning = createRoute({
  method: 'put',
  path: '/api/handlingar/{id}/delningar/{personId}',
  tags,
  summary: 'Dela med en person, eller ändra vad personen får göra',
  request: { params: delningParam, ...kropp(NyDelningSchema) },
  responses: { 200: svar(DelningSchema, 'Delningen'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const deleteDelning = createRoute({
  method: 'delete',
  path: '/api/handlingar/{id}/delningar/{personId}',
  tags,
  summary: 'Sluta dela med en person',
  request: { params: delningParam },
  responses: { 204: { description: 'Personen har ingen delning längre' }, ...nekas(401, 403, 404, 409, 503) },
});
