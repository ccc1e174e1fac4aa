/** The shapes of `/api/admin/*` about the organisation; strict, so that nothing but what is named here can be set. */
import { z } from 'zod';
import { arDatum } from '../arende.ts';
import { ettMellanrum } from '../konton.ts';
import { ROLLER } from '../ratt.ts';
import { lasDag } from './datum.ts';
import { InstallningarSchema } from './installningar.ts';
import { ROLLER_I, UPPDRAGSORGAN } from './roller-i-organ.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const OSYNLIGT = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\u200b-\u200f]/u;

const namn = z
  .string()
  .overwrite(ettMellanrum)
  .min(1, 'Skriv ett namn.')
  .max(120, 'Namnet får vara högst 120 tecken.')
  .refine((text) => /\p{L}/u.test(text), 'Namnet måste innehålla bokstäver.')
  .refine((text) => !OSYNLIGT.test(text), 'Namnet innehåller osynliga tecken. Skriv det på nytt utan dem.');

const dag = z
  .string()
  .refine(arDatum, { error: 'Skriv datumet som 2026-01-31.', abort: true })
  .refine((text) => lasDag(text) === text, 'Välj ett år från 1900 till 2199.');

export const NamnSchema = z.strictObject({ namn });

export const NyttPartiSchema = z.strictObject({
  namn,
  forkortning: z
    .string()
    .trim()
    .regex(/^[\p{L}\d-]{1,12}$/u, 'Förkortningen är ett till tolv bokstäver, till exempel MP.'),
});

/** Without a name the group has its party's. */
export const NyPartigruppSchema = z.strictObject({ partiId: id, namn: namn.optional() });

const NamngivenSchema = z.object({ id, namn: z.string() });

export const NamndMedOrganSchema = NamngivenSchema.extend({
  installningar: InstallningarSchema,
  forvaltningar: z.array(NamngivenSchema.extend({ avdelningar: z.array(NamngivenSchema) })),
  partigrupper: z.array(NamngivenSchema.extend({ partiId: id })),
});
export type NamndMedOrgan = z.infer<typeof NamndMedOrganSchema>;

export const PartiSchema = NamngivenSchema.extend({ forkortning: z.string() });
export type Parti = z.infer<typeof PartiSchema>;

export const OrganisationSchema = z.object({ namnder: z.array(NamndMedOrganSchema), partier: z.array(PartiSchema) });
export type Organisation = z.infer<typeof OrganisationSchema>;

export const PersonMedEpostSchema = z.object({ id, namn: z.string(), epost: z.string() });
export type PersonMedEpost = z.infer<typeof PersonMedEpostSchema>;

const nyckel = {
  personId: id,
  roll: z.enum(ROLLER),
  organTyp: z.enum(UPPDRAGSORGAN),
  organId: id,
  fran: dag,
};

/** Names one uppdrag. */
export const UppdragsnyckelSchema = z.strictObject(nyckel);
export type Uppdragsnyckel = z.infer<typeof UppdragsnyckelSchema>;

/** `till` is the first day on which the uppdrag no longer holds, null while it lasts. */
export const NyttUppdragSchema = z
  .strictObject({ ...nyckel, till: dag.nullable() })
  .refine(({ fran, till }) => till === null || till > fran, {
    message: 'Den sista dagen kan inte vara före den första.',
    path: ['till'],
  })
  .refine(({ organTyp, roll }) => ROLLER_I[organTyp].includes(roll), {
    message: 'Den rollen finns inte där. Välj en annan roll.',
    path: ['roll'],
  });
export type NyttUppdrag = z.infer<typeof NyttUppdragSchema>;

/** `vantar`: it does not hold until somebody in the group has said yes. */
export const UppdragsradSchema = z.object({
  ...nyckel,
  till: dag.nullable(),
  vantar: z.boolean(),
  namn: z.string(),
  epost: z.string(),
});
export type Uppdragsrad = z.infer<typeof UppdragsradSchema>;

/** 5 MB of file as base64. */
export const FORTECKNING_MAX_BYTES = 5_000_000;
export const ForteckningsfilSchema = z.strictObject({
  innehall: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Filen kunde inte läsas. Välj den igen.'),
});

export const GranskadForteckningSchema = z.object({
  nyaPersoner: z.array(z.object({ namn: z.string(), epost: z.string() })),
  uppdrag: z.array(
    z.object({
      rad: z.number().int(),
      namn: z.string(),
      roll: z.enum(ROLLER),
      organ: z.string(),
      fran: dag,
      till: dag.nullable(),
      utfall: z.enum(['nytt', 'andrat', 'oforandrat']),
    }),
  ),
  fel: z.array(z.object({ rad: z.number().int(), vad: z.string() })),
  varningar: z.array(z.object({ rad: z.number().int(), vad: z.string() })),
});
export type GranskadForteckning = z.infer<typeof GranskadForteckningSchema>;
