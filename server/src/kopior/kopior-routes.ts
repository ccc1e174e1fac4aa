import { createRoute, z } from '@hono/zod-openapi';
import { MottagareSchema, NyaKopiorSchema, SlaktskapSchema, UrsprungstextSchema } from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Partikansli'];

export const getSlaktskap = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/slaktskap',
  tags,
  summary: 'Vilken text handlingen kommer från och vilka kopior som har getts av den, så långt den inloggade ser dem',
  request: { params: idParam },
  responses: { 200: svar(SlaktskapSchema, 'Släktskapet'), ...nekas(401, 404) },
});

export const getUrsprungstext = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/ursprungstext',
  tags,
  summary: 'Texten som den gavs, och moderns text som den är nu för den som ser modern',
  request: { params: idParam },
  responses: { 200: svar(UrsprungstextSchema, 'Texterna'), ...nekas(401, 404) },
});

export const getMottagare = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/mottagare',
  tags,
  summary: 'Partiets grupper i andra nämnder, som ett partikansli kan ge texten till, med nämndernas ärenden',
  request: { params: idParam },
  responses: { 200: svar(z.array(MottagareSchema), 'Mottagarna efter nämnd'), ...nekas(401, 404) },
});

export const postKopior = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/kopior',
  tags,
  summary: 'Ge texten till partiets grupper i andra nämnder, alla på en gång eller ingen',
  request: { params: idParam, ...kropp(NyaKopiorSchema) },
  responses: { 201: svar(SlaktskapSchema, 'Släktskapet'), ...nekas(400, 401, 403, 404, 413, 503) },
});
