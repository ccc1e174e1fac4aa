import type { Samarbete, Svar } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const enHandling = api.handlingar[':id'];

/** What the person is asked as a gruppledare. */
export const inbjudningarFraga = queryOptions({
  queryKey: ['inbjudningar'],
  queryFn: ({ signal }) => parseResponse(api.inbjudningar.$get({}, { init: { signal } })),
  staleTime: 0,
});

/** Who writes a handling together; under the handling's own key, so that it is asked again when the socket says so. */
export const samarbeteFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id, 'samarbete'],
    queryFn: ({ signal }) => parseResponse(enHandling.samarbete.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

export function foresla(id: string, grupper: string[]): Promise<Samarbete> {
  return parseResponse(enHandling.samarbete.$post({ param: { id }, json: { grupper } }));
}

export async function svara(id: string, svar: Svar): Promise<void> {
  await enHandling.samarbete.svar.$put({ param: { id }, json: { svar } });
}

/** Ends what is proposed or agreed. */
export async function avsluta(id: string): Promise<void> {
  await enHandling.samarbete.$delete({ param: { id } });
}

/** Takes one group out of what is agreed. */
export async function taUr(id: string, gruppId: string): Promise<void> {
  await enHandling.samarbete[':gruppId'].$delete({ param: { id, gruppId } });
}
