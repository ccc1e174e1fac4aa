import { createRoute, z } from '@hono/zod-openapi';
import { GruppsvarSchema, VantandeSchema } from '@samskrift/shared';
import { kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Partigrupper'];

export const getVantande = createRoute({
  method: 'get',
  path: '/api/partigrupper/vantande',
  tags,
  summary: 'De som väntar på att den inloggade säger ja till att de kommer in i partigruppen',
  responses: { 200: svar(z.array(VantandeSchema), 'De som väntar'), ...nekas(401) },
});

export const postSvar = createRoute({
  method: 'post',
  path: '/api/partigrupper/svar',
  tags,
  summary: 'Säg ja eller nej till någon som väntar',
  request: kropp(GruppsvarSchema),
  responses: {
    200: svar(z.array(VantandeSchema), 'De som väntar efter svaret'),
    ...nekas(400, 401, 404, 409, 413, 503),
  },
});
