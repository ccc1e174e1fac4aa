import type { Arende, Handling, NyHandling, NyttArendeSchema } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import type { z } from 'zod';
import { api } from '../api.ts';

export type NyttArende = z.infer<typeof NyttArendeSchema>;

/** The ärenden that the person may see, as the server orders them. */
export const arendenFraga = queryOptions({
  queryKey: ['arenden'],
  queryFn: ({ signal }) => parseResponse(api.arenden.$get({}, { init: { signal } })),
  meta: { minns: true },
});

/** One ärende with the handlingar that the person may see. */
export const arendeFraga = (id: string) =>
  queryOptions({
    queryKey: ['arende', id],
    queryFn: ({ signal }) => parseResponse(api.arenden[':id'].$get({ param: { id } }, { init: { signal } })),
    meta: { minns: true },
  });

export function skapaArende(arende: NyttArende): Promise<Arende> {
  return parseResponse(api.arenden.$post({ json: arende }));
}

/** Creates a handling with the mall's first text, or with `text` where it is given (an accepted import, a late edit). */
export function skapaHandling(arendeId: string, handling: NyHandling): Promise<Handling> {
  return parseResponse(api.arenden[':id'].handlingar.$post({ param: { id: arendeId }, json: handling }));
}
