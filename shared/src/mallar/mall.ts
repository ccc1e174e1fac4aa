import { z } from 'zod';
import { HANDLINGSTYPER } from '../handlingstyp.ts';
import { AVSNITTSTYPER } from '../text/avsnittstyper.ts';

/**
 * One avsnitt of a mall. `rubriker` are the names it may have, the first one used in a new text; they may hold the
 * variables of rubrik.ts. A mall that demands one of several gives them as variants of one avsnitt.
 */
export const MallavsnittSchema = z.object({
  typ: z.enum(AVSNITTSTYPER),
  rubriker: z.array(z.string().min(1)).min(1),
  obligatoriskt: z.boolean(),
  /** Whether a new text has it from the start; an avsnitt that is left out can be added by the writer. */
  iForstaText: z.boolean(),
  /** Whether the avsnitt decides something: exactly one list of beslutssatser is then expected. */
  beslutslista: z.boolean().default(false),
  /** First words of a new text: beslutssatser where there is a beslutslista, else paragraphs. */
  forifyllt: z.array(z.string()).default([]),
});
export type Mallavsnitt = z.infer<typeof MallavsnittSchema>;

/** A mall: the avsnitt a handling of a kind is expected to have, in their usual order. Data: nothing in it is code. */
export const MallSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  typ: z.enum(HANDLINGSTYPER),
  namn: z.string(),
  beskrivning: z.string(),
  avsnitt: z.array(MallavsnittSchema).min(1),
});
export type Mall = z.infer<typeof MallSchema>;
export type Malldata = z.input<typeof MallSchema>;
