import { FelSchema } from '@samskrift/shared';
import { z } from 'zod';

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

interface Anrop {
  readonly metod?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly kropp?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server and reads the answer by the schema both sides share.
 * @throws ApiFel for a refusal, an unreachable server (status 0) and an answer of another shape.
 */
export async function anropa<T>(schema: z.ZodType<T>, vag: string, anrop: Anrop = {}): Promise<T> {
  const svar = await skicka(vag, anrop);
  const kropp: unknown = await svar.json().catch(() => null);
  if (!svar.ok) throw felUr(svar.status, kropp);
  const last = schema.safeParse(kropp);
  if (!last.success) {
    throw new ApiFel(
      'ovantat_svar',
      svar.status,
      'Servern svarade på ett sätt som den här sidan inte förstår. Ladda om.',
    );
  }
  return last.data;
}

/** As `anropa`, where only the success matters. */
export async function utfor(vag: string, anrop: Anrop): Promise<void> {
  await anropa(z.unknown(), vag, anrop);
}

async function skicka(vag: string, { metod = 'GET', kropp, signal }: Anrop): Promise<Response> {
  try {
    return await fetch(vag, {
      method: metod,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(kropp === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(kropp === undefined ? {} : { body: JSON.stringify(kropp) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (orsak) {
    if (orsak instanceof DOMException && orsak.name === 'AbortError') throw orsak;
    throw new ApiFel('natet', 0, 'Servern går inte att nå. Kontrollera nätet och försök igen.');
  }
}

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
