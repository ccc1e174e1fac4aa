/** The shapes of the HTTP API. Times are ISO 8601 in UTC. The server validates by these, the client reads its types from them. */
import { z } from 'zod';
import { AKTER } from './akter.ts';
import { ARENDELAGEN, ARENDESLAG, arDatum, normaliseraDnr } from './arende.ts';
import { HANDLINGSTYPER } from './handlingstyp.ts';
import { LAGEN, LAGESAKTER } from './lage.ts';
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

const PersonSchema = z.object({ id, namn: z.string() });

const UppdragSchema = z.object({
  roll: z.enum(ROLLER),
  organTyp: z.enum(['forvaltning', 'namnd', 'partigrupp']),
  organId: id,
  organNamn: z.string(),
  /** That the organ is, or works for. */
  namnd: PersonSchema,
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

export const ArendeSchema = z.object({
  id,
  dnr: z.string(),
  titel: z.string(),
  namnd: z.object({ id, namn: z.string() }),
  /** How many handlingar the asking person may see. */
  handlingar: z.number().int(),
  andrad: z.string(),
  slag: z.enum(ARENDESLAG),
  lage: z.enum(ARENDELAGEN),
  remiss: z.object({ fran: z.string(), sistaDag: z.string().nullable() }).nullable(),
  handlaggare: PersonSchema.nullable(),
  /** The day of the next meeting that takes it up. */
  sammantrade: z.string().nullable(),
  /** The asking person is its handläggare or has created one of the handlingar counted here. */
  mitt: z.boolean(),
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

/** A clean copy that a partigrupp has handed in, by its own id and number; `atertagen` when the group has taken it back. */
export const InlamningSchema = z.object({
  handlingId: id,
  nummer: z.string(),
  /** Those it was handed in for, the draft's owner first. */
  grupper: z.array(PersonSchema),
  person: z.string(),
  tid: z.string(),
  /** Of the canonical JSON of the text, as at sealing. */
  sha256: z.string(),
  atertagen: z.object({ tid: z.string(), person: z.string() }).nullable(),
});
export type Inlamning = z.infer<typeof InlamningSchema>;

export const HandlingSchema = z.object({
  id,
  arendeId: id,
  dnr: z.string(),
  /** «HÄ 2023/695-2»; null for a partigrupp's, which has none. */
  nummer: z.string().nullable(),
  arendetitel: z.string(),
  typ: z.enum(HANDLINGSTYPER),
  mall: z.string(),
  titel: z.string(),
  agare: AgareSchema,
  /** The groups that write it together with its owner, and since when. */
  medgrupper: z.array(z.object({ id, namn: z.string(), sedan: z.string() })),
  skapad: z.string(),
  skapadAv: z.string(),
  ratt: z.enum(RATTER),
  farJustera: z.boolean(),
  farDela: z.boolean(),
  sigill: z.union([SigillSchema, OlasligtSigillSchema]).nullable(),
  lage: z.enum(LAGEN),
  /** When it came to its läge; null for one that has been there from the start, and for a sealed one. */
  lageSedan: z.string().nullable(),
  /** What the asking person may do to its läge now. */
  lageakter: z.array(z.enum(LAGESAKTER)),
  /** Where this is a copy that a partigrupp has handed in. */
  inlamning: InlamningSchema.nullable(),
  /** The copies that have been handed in of this draft, latest first; for the group's own members. */
  inlamnade: z.array(InlamningSchema),
  farLamnaIn: z.boolean(),
  farAterta: z.boolean(),
});
export type Handling = z.infer<typeof HandlingSchema>;

/** How many handlingar may be asked of at once. */
export const SYNLIGA_MEST = 500;
export const SynligafragaSchema = z.object({
  ids: z.array(z.string()).max(SYNLIGA_MEST, `Fråga om högst ${SYNLIGA_MEST} handlingar åt gången.`),
});
/** Those of the asked that exist for `personId`, who is whoever the browser is logged in as. */
export const SynligaSchema = z.object({ personId: id, ids: z.array(id) });

export const ArendeMedHandlingarSchema = ArendeSchema.extend({
  lista: z.array(HandlingSchema),
  /** The kinds of handling that the nämnd has. */
  handlingsslag: z.array(z.enum(HANDLINGSTYPER)),
  /** Ids of the mallar that the nämnd offers. */
  mallar: z.array(z.string()),
  /** The organs on whose behalf the asking person may create a handling here. */
  mojligaAgare: z.array(AgareSchema),
  farAndra: z.boolean(),
  /** Those who are disqualified in the ärende. */
  javiga: z.array(z.object({ id, namn: z.string() })),
  /** Whether the asking person notes jäv of others and takes it away. */
  farAvgoraJav: z.boolean(),
});
export type ArendeMedHandlingar = z.infer<typeof ArendeMedHandlingarSchema>;

const dag = z.string().refine(arDatum, 'Skriv dagen som ÅÅÅÅ-MM-DD.').nullable();
const ArendefaltSchema = z.object({
  dnr: z
    .string()
    .max(40, 'Diarienumret skrivs som KUN 2026/123.')
    .overwrite(normaliseraDnr)
    .regex(/^[A-ZÅÄÖ]{2,4} \d{4}\/[1-9]\d{0,5}$/, 'Diarienumret skrivs som KUN 2026/123.'),
  titel: rubrik,
  slag: z.enum(ARENDESLAG),
  remissFran: z.string().trim().max(200, 'Skriv högst 200 tecken.').nullable(),
  /** The last day to answer a remiss. */
  sistaDag: dag,
  handlaggareId: id.nullable(),
  sammantrade: dag,
});

/** Told at the field before anything is sent; what goes together with what is stored already is the server's to say. */
const harAvsandare = ({ slag, remissFran }: { slag?: string | undefined; remissFran?: string | null | undefined }) =>
  slag !== 'remiss' || remissFran === undefined || (remissFran !== null && remissFran !== '');
const UTAN_AVSANDARE = { path: ['remissFran'], message: 'Skriv vem remissen kommer från.' };

export const NyttArendeSchema = ArendefaltSchema.extend({
  namndId: id,
  slag: ArendefaltSchema.shape.slag.default('ovrigt'),
  remissFran: ArendefaltSchema.shape.remissFran.default(null),
  sistaDag: dag.default(null),
  handlaggareId: id.nullable().default(null),
  sammantrade: dag.default(null),
}).refine(harAvsandare, UTAN_AVSANDARE);
export const AndraArendeSchema = ArendefaltSchema.extend({ lage: z.enum(ARENDELAGEN) })
  .partial()
  .refine(harAvsandare, UTAN_AVSANDARE);
export type AndraArende = z.infer<typeof AndraArendeSchema>;

/** What somebody needs who lays up an ärende in a nämnd or changes one: the next number, and who can be its handläggare. */
export const NamndunderlagSchema = z.object({ dnr: z.string().nullable(), personal: z.array(PersonSchema) });

/** A line of an ärende's timeline; `detalj` says which field, and from and to what where it is no word of a title. */
export const HandelseSchema = z.object({
  tid: z.string(),
  akt: z.enum(AKTER),
  person: z.string(),
  handling: z.object({ id, titel: z.string() }).nullable(),
  detalj: z.record(z.string(), z.string()),
});
export type Handelse = z.infer<typeof HandelseSchema>;

export const SOK_TECKEN = 200;
/** A hit: the piece of the text, with what was asked for marked. `handling` is null where the ärende itself is the hit. */
export const SoktraffSchema = z.object({
  arende: z.object({ id, dnr: z.string(), titel: z.string() }),
  handling: z.object({ id, titel: z.string() }).nullable(),
  utdrag: z.array(z.object({ text: z.string(), traff: z.boolean() })),
});
export type Soktraff = z.infer<typeof SoktraffSchema>;
/** The hits that the asking person may see: how many, and the first of them. */
export const SoksvarSchema = z.object({ antal: z.number().int(), traffar: z.array(SoktraffSchema) });

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

/** Handing in a draft; `ersatt` says that the person knows that it takes the place of what was handed in before. */
export const LamnaInSchema = z.object({ ersatt: z.boolean().default(false) });
/** A seal has a route of its own. */
export const AndraLageSchema = z.object({ akt: z.enum(LAGESAKTER).exclude(['justera']) });
/** What a handing in would meet: who will see it, and what the mall asks for that is not there. */
export const InforInlamningSchema = z.object({
  namnd: z.string(),
  synsFor: z.enum(['presidiet', 'alla']),
  saknas: z.array(z.string()),
  /** The number of what the group has handed in of it and not taken back. */
  tidigare: z.string().nullable(),
});
export type InforInlamning = z.infer<typeof InforInlamningSchema>;
/** The receipt of what was handed in, with the text as it was. */
export const KvittoSchema = z.object({
  inlamning: InlamningSchema,
  titel: z.string(),
  typ: z.enum(HANDLINGSTYPER),
  dnr: z.string(),
  arendetitel: z.string(),
  namnd: z.string(),
  text: TextSchema,
});
export type Kvitto = z.infer<typeof KvittoSchema>;

export const AndraHandlingSchema = z.object({ titel: rubrik });
/** With the address, which tells two of one name apart. */
export const DelningSchema = z.object({ personId: id, namn: z.string(), epost: z.string(), ratt: z.enum(RATTER) });
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
