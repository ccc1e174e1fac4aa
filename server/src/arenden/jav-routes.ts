import { createRoute, z } from '@hono/zod-openapi';
import { ArendeMedHandlingarSchema } from '@samskrift/shared';
import { nekas, svar } from '../http/answers.ts';

const params = z.object({ id: z.string(), personId: z.string() });
const responses = {
  200: svar(ArendeMedHandlingarSchema, 'Ärendet'),
  ...nekas(400, 401, 403, 404, 409, 413, 503),
};

export const putJav = createRoute({
  method: 'put',
  path: '/api/arenden/{id}/jav/{personId}',
  tags: ['Ärenden'],
  summary: 'Anmäl att en person är jävig i ärendet: dess handlingar stängs för personen genast',
  request: { params },
  responses,
});

export const deleteJav = createRoute({
  method: 'delete',
  path: '/api/arenden/{id}/jav/{personId}',
  tags: ['Ärenden'],
  summary: 'Häv ett jäv som inte gäller',
  request: { params },
  responses,
});
