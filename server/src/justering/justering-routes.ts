import { createRoute, z } from '@hono/zod-openapi';
import { ForsegladTextSchema, HandlingSchema, KontrollSchema } from '@samskrift/shared';
import { idParam, nekas, svar } from '../http/answers.ts';

const tags = ['Justering'];

export const postJustera = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/justera',
  tags,
  summary: 'Försegla handlingens text; det kan inte tas tillbaka',
  request: { params: idParam },
  responses: { 200: svar(HandlingSchema, 'Den förseglade handlingen'), ...nekas(401, 403, 404, 409, 503) },
});

export const getSigill = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/sigill',
  tags,
  summary: 'Den förseglade texten med sitt sigill',
  request: { params: idParam },
  responses: { 200: svar(ForsegladTextSchema, 'Texten'), ...nekas(401, 404) },
});

export const getTillstand = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/sigill/tillstand',
  tags,
  summary: 'Det förseglade dokumentet som Yjs-uppdatering',
  request: { params: idParam },
  responses: {
    200: {
      description: 'Dokumentets byte',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...nekas(401, 404),
  },
});

export const getKontroll = createRoute({
  method: 'get',
  path: '/api/kontroll',
  tags,
  summary: 'Räkna om nämndernas kedjor av sigill ur det som är lagrat',
  responses: { 200: svar(z.array(KontrollSchema), 'Vad som stämmer och inte, nämnd för nämnd'), ...nekas(401, 503) },
});
