import { createRoute } from '@hono/zod-openapi';
import {
  BeslutadeInstallningarSchema,
  NamnSchema,
  NyPartigruppSchema,
  NyttPartiSchema,
  OrganisationSchema,
} from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Administration'];
/** Every change answers with the whole organisation: it is small, and what is shown is then what is stored. */
const responses = {
  200: svar(OrganisationSchema, 'Organisationen som den nu är'),
  ...nekas(400, 401, 404, 409, 413, 503),
};

export const getOrganisation = createRoute({
  method: 'get',
  path: '/api/admin/organisation',
  tags,
  summary: 'Kommunens nämnder, förvaltningar, avdelningar, partigrupper och partier',
  responses: { 200: svar(OrganisationSchema, 'Organisationen'), ...nekas(401, 404) },
});

const skapa = <Path extends string>(path: Path, summary: string) =>
  createRoute({ method: 'post', path, tags, summary, request: kropp(NamnSchema), responses });
const skapaUnder = <Path extends string>(path: Path, summary: string) =>
  createRoute({ method: 'post', path, tags, summary, request: { params: idParam, ...kropp(NamnSchema) }, responses });
const bytNamn = <Path extends string>(path: Path, summary: string) =>
  createRoute({ method: 'patch', path, tags, summary, request: { params: idParam, ...kropp(NamnSchema) }, responses });

export const postNamnd = skapa('/api/admin/namnder', 'Lägg till en nämnd');
export const patchNamnd = bytNamn('/api/admin/namnder/{id}', 'Byt namn på en nämnd');
export const postForvaltning = skapaUnder('/api/admin/namnder/{id}/forvaltningar', 'Lägg till en förvaltning');
export const patchForvaltning = bytNamn('/api/admin/forvaltningar/{id}', 'Byt namn på en förvaltning');
export const postAvdelning = skapaUnder('/api/admin/forvaltningar/{id}/avdelningar', 'Lägg till en avdelning');
export const patchAvdelning = bytNamn('/api/admin/avdelningar/{id}', 'Byt namn på en avdelning');
export const patchPartigrupp = bytNamn('/api/admin/partigrupper/{id}', 'Byt namn på en partigrupp');

export const postParti = createRoute({
  method: 'post',
  path: '/api/admin/partier',
  tags,
  summary: 'Lägg till ett parti',
  request: kropp(NyttPartiSchema),
  responses,
});

export const patchParti = createRoute({
  method: 'patch',
  path: '/api/admin/partier/{id}',
  tags,
  summary: 'Ändra ett partis namn eller förkortning',
  request: { params: idParam, ...kropp(NyttPartiSchema) },
  responses,
});

export const postPartigrupp = createRoute({
  method: 'post',
  path: '/api/admin/namnder/{id}/partigrupper',
  tags,
  summary: 'Lägg till ett partis grupp i en nämnd',
  request: { params: idParam, ...kropp(NyPartigruppSchema) },
  responses,
});

export const putInstallningar = createRoute({
  method: 'put',
  path: '/api/admin/namnder/{id}/installningar',
  tags,
  summary: 'Ändra en nämnds inställningar',
  request: { params: idParam, ...kropp(BeslutadeInstallningarSchema) },
  responses,
});
