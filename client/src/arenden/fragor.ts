import type {
  AndraArende,
  Arende,
  ArendeMedHandlingar,
  Handling,
  NyHandling,
  NyttArendeSchema,
} from '@samskrift/shared';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import type { z } from 'zod';
import { api } from '../api.ts';

type NyttArende = z.infer<typeof NyttArendeSchema>;

/** The ärenden that the person may see, as the server orders them. */
export const arendenFraga = queryOptions({
  queryKey: ['arenden'],
  queryFn: ({ signal }) => parseResponse(api.arenden.$get({}, { init: { signal } })),
  // What is remembered may be of before a right was given or taken: a page that is opened always asks.
  staleTime: 0,
  meta: { minns: true },
});

/** One ärende with the handlingar that the person may see. */
export const arendeFraga = (id: string) =>
  queryOptions({
    queryKey: ['arende', id],
    queryFn: ({ signal }) => parseResponse(api.arenden[':id'].$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
    meta: { minns: true },
  });

/** What has happened in an ärende. */
export const tidslinjeFraga = (id: string) =>
  queryOptions({
    queryKey: ['tidslinje', id],
    queryFn: ({ signal }) => parseResponse(api.arenden[':id'].tidslinje.$get({ param: { id } }, { init: { signal } })),
    staleTime: 0,
  });

/** The next diarienummer of a nämnd, and who can be handläggare there. */
export const underlagFraga = (namndId: string) =>
  queryOptions({
    queryKey: ['underlag', namndId],
    queryFn: ({ signal }) =>
      parseResponse(api.namnder[':id'].underlag.$get({ param: { id: namndId } }, { init: { signal } })),
  });

export function andraArende(id: string, andring: AndraArende): Promise<ArendeMedHandlingar> {
  return parseResponse(api.arenden[':id'].$patch({ param: { id }, json: andring }));
}

export function skapaArende(arende: NyttArende): Promise<Arende> {
  return parseResponse(api.arenden.$post({ json: arende }));
}

export const SKAPANDE = ['skapaHandling'];

/** Whether one is being created just now: known at once, where a button that waits is first drawn so a moment later. */
export function skaparRedan(queryClient: QueryClient): boolean {
  return queryClient.isMutating({ mutationKey: SKAPANDE }) > 0;
}

/** Creates a handling with the mall's first text, or with `text` where it is given (an accepted import, a late edit). */
export function skapaHandling(arendeId: string, handling: NyHandling): Promise<Handling> {
  return parseResponse(api.arenden[':id'].handlingar.$post({ param: { id: arendeId }, json: handling }));
}
