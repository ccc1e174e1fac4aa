import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** Hits for the words; never kept in the browser, for they are pieces of texts. */
export const sokFraga = (q: string) =>
  queryOptions({
    queryKey: ['sok', q],
    queryFn: ({ signal }) => parseResponse(api.sok.$get({ query: { q } }, { init: { signal } })),
    enabled: q !== '',
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
