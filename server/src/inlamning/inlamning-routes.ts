import { createRoute, z } from '@hono/zod-openapi';
import { AndraLageSchema, HandlingSchema, InforInlamningSchema, KvittoSchema, LamnaInSchema } from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Inlämning'];

export const getInlamning = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/inlamning',
  tags,
  summary: 'Vad som händer om gruppens utkast lämnas in nu, och vad mallen saknar',
  request: { params: idParam },
  responses: { 200: svar(InforInlamningSchema, 'Vem som kommer att se texten'), ...nekas(401, 403, 404) },
});

export const postInlamning = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/inlamning',
  tags,
  summary: 'Lämna in en ren kopia av gruppens utkast till nämnden',
  request: { params: idParam, ...kropp(LamnaInSchema) },
  responses: {
    200: svar(HandlingSchema, 'Kopian, som var inlämnad redan med samma text'),
    201: svar(HandlingSchema, 'Kopian, som nu är registrerad'),
    ...nekas(400, 401, 403, 404, 409, 413, 503),
  },
});

export const postAtertagande = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/atertagande',
  tags,
  summary: 'Återta det som gruppen har lämnat in; att det kom in är kvar',
  request: { params: idParam },
  responses: { 200: svar(HandlingSchema, 'Kopian, nu återtagen'), ...nekas(401, 403, 404, 409, 503) },
});

export const getKvitto = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/kvitto',
  tags,
  summary: 'Kvittot på en inlämnad kopia, med texten',
  request: { params: idParam },
  responses: { 200: svar(KvittoSchema, 'Kvittot'), ...nekas(401, 404) },
});

export const postLage = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/lage',
  tags,
  summary: 'Lämna in, ta tillbaka, skicka ut, expediera eller arkivera',
  request: { params: idParam, ...kropp(AndraLageSchema) },
  responses: { 200: svar(HandlingSchema, 'Handlingen i sitt nya läge'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const getInkommet = createRoute({
  method: 'get',
  path: '/api/inkommet',
  tags,
  summary: 'Det som har lämnats in till nämnden och som den inloggade får se, senast först',
  responses: { 200: svar(z.array(HandlingSchema), 'Handlingarna'), ...nekas(401) },
});
