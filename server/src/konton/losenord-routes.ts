import { createRoute, z } from '@hono/zod-openapi';
import { EngangslankSchema, EpostSchema, KodSchema, NyttLosenordSchema } from '@samskrift/shared';
import { kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Inloggning'];

export const getInloggning = createRoute({
  method: 'get',
  path: '/api/inloggning',
  tags,
  summary: 'Hur man loggar in: om servern har demopersoner, kan skicka e-post, och vad kommunens egen inloggning heter',
  responses: {
    200: svar(z.object({ demo: z.boolean(), post: z.boolean(), oidc: z.string().nullable() }), 'Vad som går'),
  },
});

export const postLank = createRoute({
  method: 'post',
  path: '/api/losenord/lank',
  tags,
  summary: 'Vem en engångslänk gäller; förbrukar den inte',
  request: kropp(KodSchema),
  responses: { 200: svar(EngangslankSchema, 'Länken gäller'), ...nekas(400, 403, 410, 413, 429) },
});

export const postLosenord = createRoute({
  method: 'post',
  path: '/api/losenord',
  tags,
  summary: 'Välj lösenord med en engångslänk; svaret loggar in och personens andra sessioner avslutas',
  request: kropp(NyttLosenordSchema),
  responses: {
    200: svar(z.object({ id: z.string() }), 'Lösenordet gäller'),
    ...nekas(400, 403, 409, 410, 413, 429, 503),
  },
});

export const postGlomt = createRoute({
  method: 'post',
  path: '/api/losenord/glomt',
  tags,
  summary: 'Be om en länk för ett nytt lösenord; svaret är detsamma vare sig adressen finns eller inte',
  request: kropp(EpostSchema),
  responses: { 202: svar(z.object({}), 'Begäran är mottagen'), ...nekas(400, 403, 413, 429) },
});
