import { createRoute, z } from '@hono/zod-openapi';
import { InbjudanSchema, NyttSamarbeteSchema, SamarbeteSchema, SvarSchema } from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Samarbete'];

export const getInbjudningar = createRoute({
  method: 'get',
  path: '/api/inbjudningar',
  tags,
  summary: 'Inbjudningar att skriva tillsammans som den inloggade ska svara på som gruppledare, äldst först',
  responses: { 200: svar(z.array(InbjudanSchema), 'Inbjudningarna'), ...nekas(401) },
});

export const getSamarbete = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/samarbete',
  tags,
  summary: 'Vilka grupper som skriver handlingen tillsammans, och vilka som har tillfrågats',
  request: { params: idParam },
  responses: { 200: svar(SamarbeteSchema, 'Samarbetet'), ...nekas(401, 404) },
});

export const postSamarbete = createRoute({
  method: 'post',
  path: '/api/handlingar/{id}/samarbete',
  tags,
  summary: 'Föreslå andra grupper i nämnden att skriva handlingen tillsammans',
  request: { params: idParam, ...kropp(NyttSamarbeteSchema) },
  responses: { 200: svar(SamarbeteSchema, 'Samarbetet'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const putSvar = createRoute({
  method: 'put',
  path: '/api/handlingar/{id}/samarbete/svar',
  tags,
  summary: 'Svara ja eller nej för den grupp man leder',
  request: { params: idParam, ...kropp(SvarSchema) },
  responses: { 204: { description: 'Svaret är noterat' }, ...nekas(400, 401, 403, 404, 413, 503) },
});

export const deleteSamarbete = createRoute({
  method: 'delete',
  path: '/api/handlingar/{id}/samarbete',
  tags,
  summary: 'Dra tillbaka förslaget eller avsluta samarbetet',
  request: { params: idParam },
  responses: { 204: { description: 'Handlingen är bara ägarens igen' }, ...nekas(401, 403, 404, 503) },
});

export const deleteMedgrupp = createRoute({
  method: 'delete',
  path: '/api/handlingar/{id}/samarbete/{gruppId}',
  tags,
  summary: 'Lämna samarbetet med en grupp man leder, eller ta ur en grupp som handlingens ägare',
  request: { params: z.object({ id: z.string(), gruppId: z.string() }) },
  responses: { 204: { description: 'Gruppen ser inte handlingen längre' }, ...nekas(401, 403, 404, 503) },
});
