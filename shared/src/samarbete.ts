/** What the HTTP API takes and answers about texts that several groups write, and about those that come from another text. */
import { z } from 'zod';
import { NyHandlingSchema, TextSchema } from './api.ts';
import { HANDLINGSTYPER } from './handlingstyp.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const organ = z.object({ id, namn: z.string() });
const ettArende = z.object({ id, dnr: z.string(), titel: z.string() });

export const SVAR = ['ja', 'nej'] as const;
export type Svar = (typeof SVAR)[number];

/**
 * How far a text is from being several groups': proposed, answered no by one of them, agreed by all, or agreed while one more
 * group is asked.
 */
export const SAMARBETSLAGEN = ['inget', 'foreslaget', 'avbojt', 'gemensamt', 'utokas'] as const;
export type Samarbetslage = (typeof SAMARBETSLAGEN)[number];

/** Who writes a text together, as it is told to those who may see it. */
export const SamarbeteSchema = z.object({
  lage: z.enum(SAMARBETSLAGEN),
  foreslaget: z.object({ av: z.string(), tid: z.string() }).nullable(),
  /** The owner first. */
  grupper: z.array(
    organ.extend({
      /** Since when the text is the group's; null for one that is only asked. */
      sedan: z.string().nullable(),
      svar: z.enum(SVAR).nullable(),
      svaradAv: z.string().nullable(),
      svarad: z.string().nullable(),
      /** Who can answer for the group: «Åsa Wikander (LL)»; empty where nobody leads it. */
      gruppledare: z.string(),
      /** The asking person answers for it. */
      farSvara: z.boolean(),
      /** The asking person may take it out again. */
      farTaUr: z.boolean(),
    }),
  ),
  /** The nämnd's other groups, whether or not they write anything of their own. */
  mojliga: z.array(organ),
  farForesla: z.boolean(),
  farAvsluta: z.boolean(),
});
export type Samarbete = z.infer<typeof SamarbeteSchema>;

export const NyttSamarbeteSchema = z.object({
  grupper: z.array(id).min(1, 'Välj minst en grupp.').max(50, 'Välj högst 50 grupper.'),
});
export const SvarSchema = z.object({ svar: z.enum(SVAR) });

/** What a gruppledare is asked: nothing of the title or the text, which an invited group sees only when all have said yes. */
export const InbjudanSchema = z.object({
  handlingId: id,
  /** The group the answer is given for. */
  grupp: organ,
  /** The group whose text it is. */
  fran: organ,
  /** Everybody it is to be written with, as it is told: «Centerpartiet och Liberalerna». */
  med: z.string(),
  /** The text is the group's already, and these are asked to write it too. */
  nya: z.string().nullable(),
  av: z.string(),
  tid: z.string(),
  typ: z.enum(HANDLINGSTYPER),
  arende: ettArende,
});
export type Inbjudan = z.infer<typeof InbjudanSchema>;

/** Another text of the party that this one comes from, or that comes from it. */
const Slakting = z.object({ handlingId: id, namnd: z.string(), grupp: z.string(), arende: ettArende });

/** Where a text comes from and what has come of it, as far as the asking person may see. */
export const SlaktskapSchema = z.object({
  /** `moder` is null to who may not see it. */
  ursprung: z.object({ tid: z.string(), moder: Slakting.nullable() }).nullable(),
  kopior: z.array(Slakting.extend({ tid: z.string(), skiljer: z.boolean() })),
  farGe: z.boolean(),
});
export type Slaktskap = z.infer<typeof SlaktskapSchema>;

/** The text as it was given, and as the mother is now; null to who may not see the mother. */
export const UrsprungstextSchema = z.object({ given: TextSchema, nu: TextSchema.nullable() });

/** Whom a text can be given to: the party's groups in other nämnder, with the ärenden that the asking person sees there. */
export const MottagareSchema = z.object({ grupp: organ, namnd: z.string(), arenden: z.array(ettArende) });
export type Mottagare = z.infer<typeof MottagareSchema>;

export const NyaKopiorSchema = z.object({
  titel: NyHandlingSchema.shape.titel,
  till: z
    .array(z.object({ gruppId: id, arendeId: id }))
    .min(1, 'Välj minst en grupp.')
    .max(100, 'Ge till högst 100 grupper på en gång.'),
});
export type NyaKopior = z.infer<typeof NyaKopiorSchema>;
