import { createRoute, z } from '@hono/zod-openapi';
import { AKTER, AktlistaSchema, TillgangSchema } from '@samskrift/shared';
import { idParam, nekas, svar } from '../http/answers.ts';

const tags = ['Loggen'];
const filter = z.object({
  akt: z.enum(AKTER).optional(),
  person: z.string().trim().max(100).optional(),
  handlingId: z.string().max(64).optional(),
  fran: z.iso.datetime().optional(),
  till: z.iso.datetime().optional(),
});

export const getAkter = createRoute({
  method: 'get',
  path: '/api/akter',
  tags,
  summary: 'Vad som har gjorts, så långt den inloggade får se det; nyast först, femtio i taget',
  request: { query: filter.extend({ hoppa: z.coerce.number().int().min(0).max(1_000_000).default(0) }) },
  responses: { 200: svar(AktlistaSchema, 'En sida av loggen'), ...nekas(400, 401) },
});

export const getAkterCsv = createRoute({
  method: 'get',
  path: '/api/akter.csv',
  tags,
  summary: 'Samma rader som en fil för ett kalkylprogram',
  request: { query: filter },
  responses: {
    200: { description: 'Semikolonskilda rader i UTF-8', content: { 'text/csv': { schema: z.string() } } },
    ...nekas(400, 401, 503),
  },
});

export const getTillgang = createRoute({
  method: 'get',
  path: '/api/handlingar/{id}/tillgang',
  tags: ['Handlingar'],
  summary: 'Vilka som ser handlingen, vad de får göra och varför',
  request: { params: idParam },
  responses: { 200: svar(z.array(TillgangSchema), 'Personerna i namnordning'), ...nekas(401, 404) },
});
