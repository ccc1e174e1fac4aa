import type { Handling, Ratt } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const enHandling = api.handlingar[':id'];

/** One handling without its text; asked again when the socket says that it has changed. */
export const handlingFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id],
    queryFn: ({ signal }) => parseResponse(enHandling.$get({ param: { id } }, { init: { signal } })),
    meta: { minns: true },
  });

export const delningarFraga = (id: string) =>
  queryOptions({
    queryKey: ['delningar', id],
    queryFn: ({ signal }) => parseResponse(enHandling.delningar.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** Persons by name; nothing is asked for less than two letters. */
export const personerFraga = (sok: string) =>
  queryOptions({
    queryKey: ['personer', sok],
    queryFn: ({ signal }) => parseResponse(api.personer.$get({ query: { sok } }, { init: { signal } })),
    enabled: sok.length >= 2,
    staleTime: 60_000,
  });

export function bytTitel(id: string, titel: string): Promise<Handling> {
  return parseResponse(enHandling.$patch({ param: { id }, json: { titel } }));
}

export function justera(id: string): Promise<Handling> {
  return parseResponse(enHandling.justera.$post({ param: { id } }));
}

/** Gives a person a right to the handling; `ingen` takes the shared right away. */
export async function dela(id: string, personId: string, ratt: Ratt): Promise<void> {
  const delning = enHandling.delningar[':personId'];
  if (ratt === 'ingen') await delning.$delete({ param: { id, personId } });
  else await delning.$put({ param: { id, personId }, json: { ratt } });
}
