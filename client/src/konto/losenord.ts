import type { BytLosenordSchema, Mig, NyttLosenordSchema } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import type { z } from 'zod';
import { api } from '../api.ts';

/** Whom a one-time link is for. Asked anew each time the page is opened: it is used once. */
export const lankFraga = (kod: string) =>
  queryOptions({
    queryKey: ['engangslank', kod],
    queryFn: ({ signal }) => parseResponse(api.losenord.lank.$post({ json: { kod } }, { init: { signal } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** How one logs in here: whether there are demo persons, and whether the server can send mail. */
export const inloggningFraga = queryOptions({
  queryKey: ['inloggning'],
  queryFn: ({ signal }) => parseResponse(api.inloggning.$get({}, { init: { signal } })),
});

/** Chooses a password by a link, and is logged in by it. */
export async function valjLosenord(val: z.infer<typeof NyttLosenordSchema>): Promise<Mig> {
  await parseResponse(api.losenord.$post({ json: val }));
  return parseResponse(api.mig.$get());
}

/** @returns how many of the person's other logins that ended */
export async function bytLosenord(val: z.infer<typeof BytLosenordSchema>): Promise<number> {
  const { avslutade } = await parseResponse(api.mig.losenord.$put({ json: val }));
  return avslutade;
}

export async function glomtLosenord(epost: string): Promise<void> {
  await parseResponse(api.losenord.glomt.$post({ json: { epost } }));
}
