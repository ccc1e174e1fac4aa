import { createRoute, z } from '@hono/zod-openapi';
import { InbjudenSchema, KontoSchema, NyPersonSchema, SkapadLankSchema } from '@samskrift/shared';
import { idParam, kropp, nekas, svar } from '../http/answers.ts';

const tags = ['Administration'];

export const getKonton = createRoute({
  method: 'get',
  path: '/api/admin/konton',
  tags,
  summary: 'Alla personer med konto, i namnordning',
  responses: { 200: svar(z.array(KontoSchema), 'Personerna'), ...nekas(401, 404) },
});

export const postKonto = createRoute({
  method: 'post',
  path: '/api/admin/konton',
  tags,
  summary: 'Bjud in en person; länken går per e-post eller kommer i svaret',
  request: kropp(NyPersonSchema),
  responses: { 201: svar(InbjudenSchema, 'Inbjuden'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const postKontolank = createRoute({
  method: 'post',
  path: '/api/admin/konton/{id}/lank',
  tags,
  summary: 'Ny länk till en person: inbjudan för den som inte har valt lösenord, annars för ett nytt',
  request: { params: idParam },
  responses: { 200: svar(SkapadLankSchema, 'Länken'), ...nekas(401, 403, 404, 409, 503) },
});

export const putSparr = createRoute({
  method: 'put',
  path: '/api/admin/konton/{id}/sparr',
  tags,
  summary: 'Spärra ett konto; alla dess sessioner avslutas genast',
  request: { params: idParam },
  responses: { 200: svar(KontoSchema, 'Spärrat'), ...nekas(401, 403, 404, 409, 503) },
});

export const deleteSparr = createRoute({
  method: 'delete',
  path: '/api/admin/konton/{id}/sparr',
  tags,
  summary: 'Öppna ett spärrat konto',
  request: { params: idParam },
  responses: { 200: svar(KontoSchema, 'Öppet'), ...nekas(401, 403, 404, 503) },
});

export const patchKonto = createRoute({
  method: 'patch',
  path: '/api/admin/konton/{id}',
  tags,
  summary: 'Ändra en persons namn och e-postadress; länkar på väg till den gamla adressen slutar gälla',
  request: { params: idParam, ...kropp(NyPersonSchema) },
  responses: { 200: svar(KontoSchema, 'Ändrat'), ...nekas(400, 401, 403, 404, 409, 413, 503) },
});

export const putAdministrator = createRoute({
  method: 'put',
  path: '/api/admin/konton/{id}/administrator',
  tags,
  summary: 'Gör en person till administratör',
  request: { params: idParam },
  responses: { 200: svar(KontoSchema, 'Administratör'), ...nekas(401, 403, 404, 409, 503) },
});

export const deleteAdministrator = createRoute({
  method: 'delete',
  path: '/api/admin/konton/{id}/administrator',
  tags,
  summary: 'Ta tillbaka rätten att administrera; aldrig från den sista',
  request: { params: idParam },
  responses: { 200: svar(KontoSchema, 'Inte längre administratör'), ...nekas(401, 403, 404, 409, 503) },
});

export const deleteIdentitet = createRoute({
  method: 'delete',
  path: '/api/admin/konton/{id}/identitet',
  tags,
  summary: 'Koppla loss ett konto från kommunens egen inloggning; alla dess sessioner avslutas',
  request: { params: idParam },
  responses: { 200: svar(KontoSchema, 'Lös'), ...nekas(401, 403, 404, 503) },
});
