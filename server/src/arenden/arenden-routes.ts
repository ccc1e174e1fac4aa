import { createRoute, z } from '@hono/zod-openapi';
import { ArendeMedHandlingarSchema, ArendeSchema, NyttArendeSchema } from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Ärenden'];

export const getArenden = createRoute({
  method: 'get',
  path: '/api/arenden',
  tags,
  summary: 'De ärenden som den inloggade ser, senast ändrade först',
  responses: { 200: svar(z.array(ArendeSchema), 'Ärendena'), ...nekas(401) },
});

export const postArende = createRoute({
  method: 'post',
  path: '/api/arenden',
  tags,
  summary: 'Lägg upp ett ärende',
  request: kropp(NyttArendeSchema),
  responses: { 201: svar(ArendeSchema, 'Ärendet'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const getArende = createRoute({
  method: 'get',
  path: '/api/arenden/{id}',
  tags,
  summary: 'Ett ärende med de handlingar som den inloggade ser',
  request: { params: idParam },
  responses: { 200: svar(ArendeMedHandlingarSchema, 'Ärendet'), ...nekas(401, 404) },
});
