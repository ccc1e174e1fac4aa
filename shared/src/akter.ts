import { z } from 'zod';
import { RATTER, ROLLER } from './ratt.ts';

/** What the log of acts can say that somebody has done; a name never changes once it has been written anywhere. */
export const AKTER = [
  'inloggad',
  'inloggningMisslyckad',
  'utloggad',
  'inbjuden',
  'identitetKopplad',
  'identitetLossad',
  'administratorGiven',
  'administratorTagen',
  'nyckelTillagd',
  'nyckelBorttagen',
  'losenordslankSkapad',
  'losenordValt',
  'kontoSparrat',
  'kontoOppnat',
  'sessionAvslutad',
  'organSkapat',
  'organAndrat',
  'installningAndrad',
  'personAndrad',
  'uppdragGivet',
  'uppdragAvslutat',
  'medlemGodkand',
  'medlemNekad',
  'medlemProvas',
  'forteckningInlast',
  'arendeSkapat',
  'arendeAndrat',
  'javAnmalt',
  'javHavt',
  'handlingSkapad',
  'handlingOppnad',
  'titelAndrad',
  'rattGiven',
  'rattTagen',
  'samarbeteForeslaget',
  'samarbeteSvarat',
  'samarbeteLamnat',
  'samarbeteAterkallat',
  'samarbeteAvslutat',
  'kopiorGivna',
  'lageAndrat',
  'kopiaInlamnad',
  'inlamnad',
  'atertagen',
  'forseglad',
  'exporterad',
] as const;
export type Akt = (typeof AKTER)[number];

/** One line of the log as it is shown to one person. `detalj` holds plain facts by name; never a word of a text. */
export const AktSchema = z.object({
  tid: z.string(),
  akt: z.enum(AKTER),
  person: z.string().nullable(),
  handling: z.object({ id: z.string(), titel: z.string() }).nullable(),
  arende: z.object({ id: z.string(), dnr: z.string() }).nullable(),
  detalj: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Aktrad = z.infer<typeof AktSchema>;

/** A page of the log, newest first; `fler` when there is more after it. */
export const AktlistaSchema = z.object({ akter: z.array(AktSchema), fler: z.boolean() });

/** Somebody who may see a handling, what they may do, and everything that gives it to them. */
export const TillgangSchema = z.object({
  personId: z.string(),
  namn: z.string(),
  ratt: z.enum(RATTER),
  skal: z.array(
    z.union([
      z.object({
        kalla: z.enum(['uppdrag', 'medgrupp']),
        roll: z.enum(ROLLER),
        organ: z.string(),
        till: z.string().nullable(),
      }),
      z.object({ kalla: z.literal('delning') }),
    ]),
  ),
});
export type Tillgang = z.infer<typeof TillgangSchema>;
