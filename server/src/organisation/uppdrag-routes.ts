import { createRoute, z } from '@hono/zod-openapi';
import {
  ForteckningsfilSchema,
  GranskadForteckningSchema,
  NyttUppdragSchema,
  PersonMedEpostSchema,
  UPPDRAGSORGAN,
  UppdragsnyckelSchema,
  UppdragsradSchema,
} from '@samskrift/shared';
import { kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Administration'];
const responses = { 200: svar(UppdragsradSchema, 'Uppdraget'), ...nekas(400, 401, 404, 409, 413, 503) };

export const getUppdrag = createRoute({
  method: 'get',
  path: '/api/admin/uppdrag',
  tags,
  summary: 'Uppdragen i ett organ, i namnordning',
  request: { query: z.object({ organTyp: z.enum(UPPDRAGSORGAN), organId: z.string() }) },
  responses: {
    200: svar(z.array(UppdragsradSchema), 'Uppdragen, också de som har tagit slut'),
    ...nekas(400, 401, 404),
  },
});

export const postUppdrag = createRoute({
  method: 'post',
  path: '/api/admin/uppdrag',
  tags,
  summary: 'Ge en person ett uppdrag',
  request: kropp(NyttUppdragSchema),
  responses,
});

export const patchUppdrag = createRoute({
  method: 'patch',
  path: '/api/admin/uppdrag',
  tags,
  summary: 'Ändra när ett uppdrag tar slut',
  request: kropp(NyttUppdragSchema),
  responses,
});

export const postAvsluta = createRoute({
  method: 'post',
  path: '/api/admin/uppdrag/avsluta',
  tags,
  summary: 'Avsluta ett uppdrag i dag: det gäller inte längre; ett som inte har börjat tas bort',
  request: kropp(UppdragsnyckelSchema),
  responses,
});

export const getUppdragspersoner = createRoute({
  method: 'get',
  path: '/api/admin/uppdrag/personer',
  tags,
  summary: 'Sök personer att ge uppdrag, på namn eller e-post; högst tjugo',
  request: { query: z.object({ sok: z.string().trim().max(100).default('') }) },
  responses: { 200: svar(z.array(PersonMedEpostSchema), 'Personer i namnordning'), ...nekas(400, 401, 404) },
});

export const postGranska = createRoute({
  method: 'post',
  path: '/api/admin/forteckning/granska',
  tags,
  summary: 'Se vad en förteckning över förtroendevalda skulle ändra',
  request: kropp(ForteckningsfilSchema),
  responses: { 200: svar(GranskadForteckningSchema, 'Vad som skulle hända'), ...nekas(400, 401, 404, 413) },
});

export const postForteckning = createRoute({
  method: 'post',
  path: '/api/admin/forteckning',
  tags,
  summary: 'Läs in en förteckning över förtroendevalda, hel eller inte alls',
  request: kropp(ForteckningsfilSchema),
  responses: { 200: svar(GranskadForteckningSchema, 'Vad som hände'), ...nekas(400, 401, 404, 409, 413, 503) },
});
