/** What the HTTP API takes and answers about accounts. */
import { z } from 'zod';

/** The fewest and the most characters of a password. The most is what better-auth hashes. */
export const LOSENORD_MINST = 12;
export const LOSENORD_MEST = 128;
/** The fewest different characters of one: «aaaaaaaaaaaa» is long, and among the first guesses. */
const LOSENORD_OLIKA = 5;

/** What a one-time link is for. */
export const LANKSYFTEN = ['forstaStart', 'inbjudan', 'nyttLosenord'] as const;
export type Lanksyfte = (typeof LANKSYFTEN)[number];

/** What cannot be seen in a name, or turns the writing. */
export const OSYNLIGT = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;

/** One space where there were several: two persons whose names look alike are told apart by nothing that cannot be seen. */
export function ettMellanrum(text: string): string {
  return text.trim().replaceAll(/\p{Zs}+/gu, ' ');
}

const namn = z
  .string()
  .overwrite(ettMellanrum)
  .min(1, 'Skriv för- och efternamn.')
  .max(100, 'Namnet får vara högst 100 tecken.')
  .refine((text) => !OSYNLIGT.test(text), 'Namnet innehåller osynliga tecken. Skriv det på nytt utan dem.');
const epost = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'E-postadressen är för lång.')
  .pipe(z.email('Skriv en hel e-postadress, som namn@kommun.se.'));
const losenord = z
  .string()
  .min(LOSENORD_MINST, { error: `Lösenordet ska vara minst ${LOSENORD_MINST} tecken.`, abort: true })
  .max(LOSENORD_MEST, { error: `Lösenordet får vara högst ${LOSENORD_MEST} tecken.`, abort: true })
  .refine(
    (text) => new Set(text.normalize('NFKC')).size >= LOSENORD_OLIKA,
    `Lösenordet ska ha minst ${LOSENORD_OLIKA} olika tecken.`,
  );
const kod = z.string().max(200);

export const NyPersonSchema = z.object({ namn, epost });
export type NyPerson = z.infer<typeof NyPersonSchema>;

export const EpostSchema = z.object({ epost });
export const KodSchema = z.object({ kod });

/** Choosing a password by a link; name and e-mail are given where the link is the first start's. */
export const NyttLosenordSchema = z.object({ kod, losenord, namn: namn.optional(), epost: epost.optional() });
export const ForstaKontotSchema = z.object({ namn, epost, losenord });
export const LosenordSchema = z.object({ losenord });
/** Of the old one nothing is asked but that it is the one there is. */
export const BytLosenordSchema = z
  .object({ gammalt: z.string().max(LOSENORD_MEST), nytt: losenord })
  // In the form in which better-auth hashes them.
  .refine(({ gammalt, nytt }) => gammalt.normalize('NFKC') !== nytt.normalize('NFKC'), {
    message: 'Det är lösenordet du redan har. Välj ett annat.',
    path: ['nytt'],
  });

/** Whom a one-time link is for; nobody yet at the first start. */
export const EngangslankSchema = z.object({
  syfte: z.enum(LANKSYFTEN),
  namn: z.string().nullable(),
  epost: z.string().nullable(),
});
export type Engangslank = z.infer<typeof EngangslankSchema>;

/** A link that was made: sent by mail, or else shown for the administrator to pass on. */
export const SkapadLankSchema = z.object({ skickad: z.boolean(), lank: z.string().nullable(), giltigTill: z.string() });
export type SkapadLank = z.infer<typeof SkapadLankSchema>;

export const KontoSchema = z.object({
  id: z.string(),
  namn: z.string(),
  epost: z.string(),
  /** How many uppdrag the person has today. */
  uppdrag: z.number().int(),
  administrator: z.boolean(),
  sparrad: z.string().nullable(),
  /** Has chosen a password. */
  harLosenord: z.boolean(),
  /** Is known to the city's own login. */
  kopplad: z.boolean(),
});
export type Konto = z.infer<typeof KontoSchema>;

export const InbjudenSchema = z.object({ konto: KontoSchema, lank: SkapadLankSchema });

/** Why nobody was let in by the city's own login; the login page says it in words. */
export const OIDCFEL = [
  'avbruten',
  'ogiltigt',
  'naddesInte',
  'intePaborjad',
  'ingetKonto',
  'ejVerifierad',
  'annanIdentitet',
  'forManga',
] as const;
export type Oidcfel = (typeof OIDCFEL)[number];

export const SessionSchema = z.object({
  id: z.string(),
  borjade: z.string(),
  /** To within five minutes. */
  anvand: z.string(),
  /** As the browser calls itself. */
  webblasare: z.string(),
  denna: z.boolean(),
});
