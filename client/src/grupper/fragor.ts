import type { Gruppsvar, Vantelage } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** Those who wait to be let into a group of the person's, and the groups that the person waits for. */
export const vantandeFraga = queryOptions<Vantelage>({
  queryKey: ['vantande'],
  queryFn: ({ signal }) => parseResponse(api.partigrupper.vantande.$get({}, { init: { signal } })),
  staleTime: 0,
});

export const svara = (svar: Gruppsvar): Promise<Vantelage> =>
  parseResponse(api.partigrupper.svar.$post({ json: svar }));
