import { likform, type PersonId } from '@samskrift/shared';
import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';

/** Who does something, and when. */
export interface Vem {
  readonly personId: PersonId;
  readonly tid: Date;
}

/** What came of a change: done, or why nothing was changed. */
export type Utfall<Varde = undefined> =
  | { readonly ok: true; readonly varde: Varde }
  | { readonly ok: false; readonly fel: 'finnsInte' | 'finnsRedan' | 'ogiltig'; readonly meddelande?: string };

export const GJORT: Utfall = { ok: true, varde: undefined };

export function nekat(fel: 'finnsInte' | 'finnsRedan' | 'ogiltig', meddelande?: string) {
  return meddelande === undefined ? ({ ok: false, fel } as const) : ({ ok: false, fel, meddelande } as const);
}

/** The refusal as an answer. */
export function nekaUtfall(c: Context<Env>, { fel, meddelande }: Extract<Utfall, { ok: false }>) {
  return nej(c, fel, meddelande);
}

/** The row, if there is one, that has the name already, however it is spelt; not the row that is being renamed. */
export function upptaget<Rad extends { readonly id: string; readonly namn: string }>(
  rader: readonly Rad[],
  namn: string,
  egen?: string,
): Rad | undefined {
  return rader.find((rad) => rad.id !== egen && likform(rad.namn) === likform(namn));
}
