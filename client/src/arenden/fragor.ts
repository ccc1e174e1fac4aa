import {
  type Arende,
  ArendeMedHandlingarSchema,
  ArendeSchema,
  type Handling,
  HandlingSchema,
  type NyHandling,
  type NyttArendeSchema,
} from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { anropa } from '../api.ts';

export type NyttArende = z.infer<typeof NyttArendeSchema>;

/** The ärenden that the person may see, as the server orders them. */
export const arendenFraga = queryOptions({
  queryKey: ['arenden'],
  queryFn: ({ signal }) => anropa(z.array(ArendeSchema), '/api/arenden', { signal }),
  meta: { minns: true },
});

/** One ärende with the handlingar that the person may see. */
export const arendeFraga = (id: string) =>
  queryOptions({
    queryKey: ['arende', id],
    queryFn: ({ signal }) => anropa(ArendeMedHandlingarSchema, `/api/arenden/${id}`, { signal }),
    meta: { minns: true },
  });

export function skapaArende(arende: NyttArende): Promise<Arende> {
  return anropa(ArendeSchema, '/api/arenden', { metod: 'POST', kropp: arende });
}

/** Creates a handling with the mall's first text, or with `text` where it is given (an accepted import, a late edit). */
export function skapaHandling(arendeId: string, handling: NyHandling): Promise<Handling> {
  return anropa(HandlingSchema, `/api/arenden/${arendeId}/handlingar`, { metod: 'POST', kropp: handling });
}
