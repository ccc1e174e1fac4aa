import { parseResponse } from 'hono/client';
import { api } from '../api.ts';

/** Leaves for the city's own login, which leads back to the login page and from there to `till`. Never comes back by itself. */
export async function loggaInHosKommunen(till: string | undefined): Promise<void> {
  const json = till === undefined ? {} : { till };
  const { adress } = await parseResponse(api.inloggning.oidc.$post({ json }));
  window.location.assign(adress);
}
