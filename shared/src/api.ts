/** The shapes of the HTTP API. Times are ISO 8601 in UTC. The server validates by these, the client reads its types from them. */
import { z } from 'zod';
import { HANDLINGSTYPER } from './handlingstyp.ts';
import { RATTER, ROLLER } from './ratt.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Control characters, line ends, and what turns the direction of writing: a title with them is not what it looks like. */
const OSYNLIGT = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;
const SYNLIGT = /[\p{L}\p{N}\p{P}\p{S}]/u;
const rubrik = z
  .string()
  .trim()
  .max(300, 'Titeln får vara högst 300 tecken.')
  .refine((titel) => SYNLIGT.test(titel), 'Skriv en titel.')
  .refine((titel) => !OSYNLIGT.test(titel), 'Titeln innehåller osynliga tecken. Skriv den på nytt utan dem.');

/** What every refused request answers: what happened and what to do, in Swedish, and a name for programs. */
export const FelSchema = z.object({ fel: z.string(), meddelande: z.string() });
export type Fel = z.infer<typeof FelSchema>;

const UppdragSchema = z.object({
  roll: z.enum(ROLLER),
  organTyp: z.enum(['forvaltning', 'namnd', 'partigrupp']),
  organId: id,
  organNamn: z.string(),
});

export const MigSchema = z.object({
  id,
  namn: z.string(),
  epost: z.string(),
  uppdrag: z.array(UppdragSchema),
  /** Sets up nämnder and persons. */
  administrator: z.boolean(),
  demo: z.boolean(),
});
export type Mig = z.infer<typeof MigSchema>;

/** A person one can choose on the login page in demo mode. */
export const DemopersonSchema = z.object({ id, namn: z.string(), beskrivning: z.string() });
export type Demoperson = z.infer<typeof DemopersonSchema>;

export const PersonSchema = z.object({ id, namn: z.string() });

export const ArendeSchema = z.object({
  id,
  dnr: z.string(),
  titel: z.string(),
  namnd: z.object({ id, namn: z.string() }),
  /** How many handlingar the asking person may see. */
  handlingar: z.number().int(),
  andrad: z.string(),
});
export type Arende = z.infer<typeof ArendeSchema>;

export const SigillSchema = z.object({
  nr: z.number().int(),
  person: z.string(),
  tid: z.string(),
  sha256: z.string(),
  foregaende: z.string(),
  kedjehash: z.string(),
});
export type Sigill = z.infer<typeof SigillSchema>;

/** There is a seal, but what is stored of it cannot be read: somebody has changed the file. Kontroll says what does not hold. */
export const OlasligtSigillSchema = z.object({ olasligt: z.literal(true) });
export type OlasligtSigill = z.infer<typeof OlasligtSigillSchema>;

const AgareSchema = z.object({ typ: z.enum(['forvaltning', 'namnd', 'partigrupp']), id, namn: z.string() });

export const HandlingSchema = z.object({
  id,
  arendeId: id,
  dnr: z.string(),
  arendetitel: z.string(),
  typ: z.enum(HANDLINGSTYPER),
  mall: z.string(),
  titel: z.string(),
  agare: AgareSchema,
  skapad: z.string(),
  skapadAv: z.string(),
  ratt: z.enum(RATTER),
  farJustera: z.boolean(),
  farDela: z.boolean(),
  sigill: z.union([SigillSchema, OlasligtSigillSchema]).nullable(),
});
export type Handling = z.infer<typeof HandlingSchema>;

export const ArendeMedHandlingarSchema = ArendeSchema.extend({
  lista: z.array(HandlingSchema),
  /** The kinds of handling that the nämnd has. */
  slag: z.array(z.enum(HANDLINGSTYPER)),
  /** The organs on whose behalf the asking person may create a handling here. */
  mojligaAgare: z.array(AgareSchema),
});
export type ArendeMedHandlingar = z.infer<typeof ArendeMedHandlingarSchema>;

export const NyttArendeSchema = z.object({
  dnr: z
    .string()
    .trim()
    .regex(/^[A-ZÅÄÖ]{2,4} ?\d{4}\/\d{1,6}$/, 'Diarienumret skrivs som KUN 2026/123.'),
  titel: rubrik,
  namndId: id,
});

/** A document as ProseMirror JSON; checked against the schema by the server, which is why it is open here. */
export const TextSchema = z.looseObject({ type: z.literal('doc') });

export const NyHandlingSchema = z.object({
  typ: z.enum(HANDLINGSTYPER),
  mall: id,
  titel: rubrik,
  agare: z.object({ typ: z.enum(['forvaltning', 'namnd', 'partigrupp']), id }),
  /** A first text of one's own: an accepted import or a late edit; without it the mall's. */
  text: TextSchema.optional(),
});
export type NyHandling = z.infer<typeof NyHandlingSchema>;

export const AndraHandlingSchema = z.object({ titel: rubrik });
export const DelningSchema = z.object({ personId: id, namn: z.string(), ratt: z.enum(RATTER) });
export const NyDelningSchema = z.object({ ratt: z.enum(RATTER) });

/** The sealed text: its entry in the chain and the canonical document, null if what is stored of it cannot be read. */
export const ForsegladTextSchema = z.object({
  sigill: z.union([SigillSchema, OlasligtSigillSchema]),
  titel: z.string(),
  text: TextSchema.nullable(),
});

/** What verify found in one nämnd's chain; `fel` names each entry and what does not hold. */
export const KontrollSchema = z.object({
  namnd: z.object({ id, namn: z.string() }),
  antal: z.number().int(),
  sista: z.string().nullable(),
  fel: z.array(z.object({ nr: z.number().int(), handlingId: id.nullable(), titel: z.string(), vad: z.string() })),
});
export type Kontroll = z.infer<typeof KontrollSchema>;
