import type { Konto, NyPerson, SkapadLank } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** Everybody with an account; fails with 404 for who is not an administrator. */
export const kontonFraga = queryOptions({
  queryKey: ['konton'],
  queryFn: ({ signal }) => parseResponse(api.admin.konton.$get({}, { init: { signal } })),
});

export function bjudIn(person: NyPerson): Promise<{ konto: Konto; lank: SkapadLank }> {
  return parseResponse(api.admin.konton.$post({ json: person }));
}

export function nyLank(id: string): Promise<SkapadLank> {
  return parseResponse(api.admin.konton[':id'].lank.$post({ param: { id } }));
}

/** Blocks an account or opens it again. */
export function sparra(id: string, sparrad: boolean): Promise<Konto> {
  const { $put, $delete } = api.admin.konton[':id'].sparr;
  return parseResponse(sparrad ? $put({ param: { id } }) : $delete({ param: { id } }));
}

export function andraPerson(id: string, { namn, epost }: NyPerson): Promise<Konto> {
  return parseResponse(api.admin.konton[':id'].$patch({ param: { id }, json: { namn, epost } }));
}

/** Makes somebody an administrator or takes it back. */
export function sattAdministrator(id: string, administrator: boolean): Promise<Konto> {
  const { $put, $delete } = api.admin.konton[':id'].administrator;
  return parseResponse(administrator ? $put({ param: { id } }) : $delete({ param: { id } }));
}

/** From the city's own login. */
export function kopplaLoss(id: string): Promise<Konto> {
  return parseResponse(api.admin.konton[':id'].identitet.$delete({ param: { id } }));
}
