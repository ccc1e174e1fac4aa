import type { Gruppsvar, Vantande } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** Those whom an administrator has put into a group of the person's, and who wait to be let in. */
export const vantandeFraga = queryOptions<Vantande[]>({
  queryKey: ['vantande'],
  queryFn: ({ signal }) => parseResponse(api.partigrupper.vantande.$get({}, { init: { signal } })),
  staleTime: 0,
});

export const svara = (svar: Gruppsvar): Promise<Vantande[]> =>
  parseResponse(api.partigrupper.svar.$post({ json: svar }));
