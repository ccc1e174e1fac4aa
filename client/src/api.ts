import type { App } from '@samskrift/server';
import { FelSchema } from '@samskrift/shared';
import { hc } from 'hono/client';

/** A request that was refused or never arrived. `message` is Swedish and meant for the person: what happened, what to do. */
export class ApiFel extends Error {
  readonly fel: string;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;

  constructor(fel: string, status: number, meddelande: string) {
    super(meddelande);
    this.name = 'ApiFel';
    this.fel = fel;
    this.status = status;
  }
}

/**
 * As fetch, but only an answer that succeeded comes back.
 * @throws ApiFel for a refusal and for an unreachable server (status 0).
 */
export async function hamta(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const svar = await fetch(input, init).catch((orsak: unknown) => {
    if (orsak instanceof DOMException && orsak.name === 'AbortError') throw orsak;
    throw new ApiFel('natet', 0, 'Servern går inte att nå. Kontrollera nätet och försök igen.');
  });
  if (svar.ok) return svar;
  // A proxy on the way may refuse with a page of its own; the status is then all there is.
  const kropp: unknown = await svar.json().catch(() => null);
  throw felUr(svar.status, kropp);
}

/** The server's routes, typed by the server itself. Read an answer with `parseResponse`; a refusal is thrown as ApiFel. */
export const { api } = hc<App>('/', { fetch: hamta });

/** better-auth answers `{code, message}` in English; everything else of ours `{fel, meddelande}` in Swedish. */
function felUr(status: number, kropp: unknown): ApiFel {
  const eget = FelSchema.safeParse(kropp);
  if (eget.success) return new ApiFel(eget.data.fel, status, eget.data.meddelande);
  return new ApiFel('okant', status, ALLMANT[status] ?? 'Servern kunde inte göra det. Försök igen om en stund.');
}

const ALLMANT: Readonly<Record<number, string>> = {
  401: 'Du är inte inloggad. Logga in och försök igen.',
  404: 'Det finns inte, eller så får du inte se det.',
  413: 'Det är för stort för att skickas. Dela upp texten och försök igen.',
  429: 'Det blev för många försök. Vänta en minut och försök igen.',
};
