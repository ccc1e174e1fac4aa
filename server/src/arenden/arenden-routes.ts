import { createRoute, z } from '@hono/zod-openapi';
import {
  AndraArendeSchema,
  ArendeMedHandlingarSchema,
  ArendeSchema,
  HandelseSchema,
  NamndunderlagSchema,
  NyttArendeSchema,
} from '@samskrift/shared';
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

export const patchArende = createRoute({
  method: 'patch',
  path: '/api/arenden/{id}',
  tags,
  summary: 'Ändra ett ärende; det som inte nämns är kvar',
  request: { params: idParam, ...kropp(AndraArendeSchema) },
  responses: { 200: svar(ArendeMedHandlingarSchema, 'Ärendet'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const getTidslinje = createRoute({
  method: 'get',
  path: '/api/arenden/{id}/tidslinje',
  tags,
  summary: 'Vad som har hänt i ärendet, så långt den inloggade får se det; senast sist',
  request: { params: idParam },
  responses: { 200: svar(z.array(HandelseSchema), 'Händelserna'), ...nekas(401, 404) },
});

export const getNamndunderlag = createRoute({
  method: 'get',
  path: '/api/namnder/{id}/underlag',
  tags,
  summary: 'Nästa diarienummer, och de som kan vara handläggare, för den som lägger upp ärenden i nämnden',
  request: { params: idParam },
  responses: { 200: svar(NamndunderlagSchema, 'Underlaget'), ...nekas(401, 404) },
});
