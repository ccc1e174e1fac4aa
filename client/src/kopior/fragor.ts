import type { NyaKopior, Slaktskap } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

const enHandling = api.handlingar[':id'];

/** Where a text comes from and what has come of it; under the handling's own key, so that it is asked again with it. */
export const slaktskapFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id, 'slaktskap'],
    queryFn: ({ signal }) => parseResponse(enHandling.slaktskap.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** Whom the text can be given to. */
export const mottagareFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id, 'mottagare'],
    queryFn: ({ signal }) => parseResponse(enHandling.mottagare.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** The text as it was given, and as the mother is now. */
export const ursprungstextFraga = (id: string) =>
  queryOptions({
    queryKey: ['handling', id, 'ursprungstext'],
    queryFn: ({ signal }) => parseResponse(enHandling.ursprungstext.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
    gcTime: 0,
  });

export function geKopior(id: string, nya: NyaKopior): Promise<Slaktskap> {
  return parseResponse(enHandling.kopior.$post({ param: { id }, json: nya }));
}
