import { createRoute } from '@hono/zod-openapi';
import { GruppsvarSchema, VantelageSchema } from '@samskrift/shared';
import { kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Partigrupper'];

export const getVantande = createRoute({
  method: 'get',
  path: '/api/partigrupper/vantande',
  tags,
  summary: 'De som väntar på den inloggades ja för att komma in i partigruppen, och de grupper hen själv väntar på',
  responses: { 200: svar(VantelageSchema, 'De som väntar på en, och de grupper man väntar på'), ...nekas(401) },
});

export const postSvar = createRoute({
  method: 'post',
  path: '/api/partigrupper/svar',
  tags,
  summary: 'Säg ja eller nej till någon som väntar',
  request: kropp(GruppsvarSchema),
  responses: {
    200: svar(VantelageSchema, 'Vilka som väntar efter svaret'),
    ...nekas(400, 401, 404, 409, 413, 503),
  },
});
