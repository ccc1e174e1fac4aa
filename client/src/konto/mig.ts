import type { Mig } from '@samskrift/shared';
import { queryOptions } from '@tanstack/react-query';
import { parseResponse } from 'hono/client';
import { ApiFel, api } from '../api.ts';
import { begar } from './begar.ts';

export const migNyckel = ['mig'] as const;

/** Who is logged in; fails with 401 when nobody is. */
export const migFraga = queryOptions<Mig>({
  queryKey: migNyckel,
  queryFn: ({ signal }) => parseResponse(api.mig.$get({}, { init: { signal } })),
  staleTime: 5 * 60_000,
  meta: { minns: true },
});

/** Asked past what is remembered: who has just come in may be another than before. */
export function vemJagAr(): Promise<Mig> {
  return parseResponse(api.mig.$get());
}

/** The persons of the demo; none where the server is not in demo mode. */
export const demopersonerFraga = queryOptions({
  queryKey: ['demopersoner'],
  queryFn: async ({ signal }) => {
    // Asked for first: a browser writes every refusal in its console.
    const { demo } = await parseResponse(api.inloggning.$get({}, { init: { signal } }));
    return demo ? parseResponse(api.demo.personer.$get({}, { init: { signal } })) : [];
  },
});

export type Inloggning =
  | { readonly satt: 'demo'; readonly personId: string }
  | { readonly satt: 'losenord'; readonly epost: string; readonly losenord: string };

/** @throws ApiFel; a wrong e-mail or password is one and the same answer. */
export async function loggaIn(inloggning: Inloggning): Promise<Mig> {
  if (inloggning.satt === 'demo') {
    await begar('demo/logga-in', { personId: inloggning.personId });
  } else {
    const { epost, losenord } = inloggning;
    try {
      await begar('sign-in/email', { email: epost, password: losenord });
    } catch (fel) {
      if (fel instanceof ApiFel && (fel.status === 400 || fel.status === 401)) {
        throw new ApiFel(
          'fel_uppgifter',
          401,
          'E-postadressen eller lösenordet stämmer inte. Kontrollera dem och försök igen.',
        );
      }
      throw fel;
    }
  }
  return vemJagAr();
}
