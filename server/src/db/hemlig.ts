import { type RawBuilder, sql } from 'kysely';
import { titleOf } from '../nycklar/purposes.ts';
import type { AgarTyp } from './schema.ts';

interface Agare {
  readonly agare_typ: AgarTyp;
  readonly agare_id: string;
}

/** The value as it is to be stored: a partigrupp's words are encrypted with the group's key on their way into the table. */
export function stored<Value extends string | Uint8Array>(
  { agare_typ, agare_id }: Agare,
  purpose: string,
  value: Value,
): Value | RawBuilder<Value> {
  return agare_typ === 'partigrupp' ? sql<Value>`hemlig(${agare_id}, ${purpose}, ${value})` : value;
}

/** What a title says whose bytes have been changed in the file: its handling can still be found, and the rest is shown. */
const UNREADABLE = 'Titeln går inte att läsa';

/** A title of `handling as h`, as the group or the office wrote it. */
export const openTitle = sql<string>`CASE h.agare_typ WHEN 'partigrupp'
  THEN coalesce(oppen(h.agare_id, ${titleOf('')} || h.id, h.titel), ${UNREADABLE}) ELSE h.titel END`;
