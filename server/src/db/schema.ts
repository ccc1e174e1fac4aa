import type {
  Akt,
  Arendelage,
  Arendeslag,
  Handlingstyp,
  Lage,
  Lanksyfte,
  Ratt,
  Roll,
  Svar,
  Uppdragsorgan,
  Vanteskal,
} from '@samskrift/shared';
import type { Generated } from 'kysely';

/** The rows as they lie in the file. Times are ISO 8601 in UTC, dates `YYYY-MM-DD`, ids opaque strings. */
export interface Database {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: number;
    image: string | null;
    createdAt: string;
    updatedAt: string;
    /** 1 for who sets up nämnder and persons; gives no right to any handling. */
    administrator: Generated<number>;
    /** When the account was blocked; null while it may be used. */
    sparrad: string | null;
    /** When an administrator last had a way into the account in hand (address, login at the city, used link); null for never. */
    vag_andrad: Generated<string | null>;
  };
  session: {
    id: string;
    userId: string;
    token: string;
    expiresAt: string;
    ipAddress: string | null;
    userAgent: string | null;
    createdAt: string;
    updatedAt: string;
  };
  /**
   * A way to log in; with the provider `credential` it is a password, hashed by better-auth, with `oidc:` and an issuer the
   * identity that the city's own login knows the person by.
   */
  account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: string;
    updatedAt: string;
  };
  /** Used by being removed; `hash` is the SHA-256 of what stands in the link. */
  engangslank: {
    hash: string;
    syfte: Lanksyfte;
    person_id: string | null;
    skapad: string;
    giltig_till: string;
    /** 1 where it has stood on an administrator's screen. */
    visad: Generated<number>;
  };
  /** A passkey; `id` is the credential's, `raknare` its signature counter. */
  nyckel: {
    id: string;
    person_id: string;
    namn: string;
    publik: Uint8Array;
    raknare: number;
    skapad: string;
    anvand: string | null;
  };
  /** Used by being removed; `hash` is the SHA-256 of what the browser holds. */
  paborjad_inloggning: { hash: string; slag: Inloggningsslag; uppgifter: string; giltig_till: string };
  forvaltning: { id: string; namn: string; namnd_id: string };
  namnd: { id: string; namn: string };
  avdelning: { id: string; namn: string; forvaltning_id: string };
  /** `forkortning` is what stands in parentheses after a name: «(MP)». */
  parti: { id: string; namn: string; forkortning: string };
  partigrupp: { id: string; namn: string; namnd_id: string; parti_id: string };
  /** What a nämnd has decided for itself; without a row it has decided nothing. */
  installning: {
    namnd_id: string;
    paragrafnumrering: 'ar' | 'sammantrade';
    ersattaryttrande: number;
    sarskilt_uttalande: number;
    protokollsanteckning: number;
    inlamnat_syns_for: 'presidiet' | 'alla';
    dnr_prefix: string;
    /** A JSON array of ids. */
    avstangda_mallar: string;
  };
  /** A group's keys, newest version last; each wrapped by the master key, which is not in the store. */
  gruppnyckel: { partigrupp_id: string; version: number; inslagen: Uint8Array };
  uppdrag: {
    person_id: string;
    roll: Roll;
    organ_typ: OrganTyp;
    organ_id: string;
    fran: string;
    till: string | null;
    /** 1 while nobody in the partigrupp has said yes to it: until then it does not hold. */
    vantar: Generated<number>;
    /** Why it waits. */
    skal: Generated<Vanteskal>;
  };
  arende: {
    id: string;
    dnr: string;
    titel: string;
    namnd_id: string;
    skapad: string;
    skapad_av: string;
    /** When something of the ärende itself was changed last; null where nothing has been. */
    andrad: string | null;
    slag: Generated<Arendeslag>;
    lage: Generated<Arendelage>;
    remiss_fran: string | null;
    sista_dag: string | null;
    handlaggare: string | null;
    sammantrade: string | null;
  };
  handling: {
    id: string;
    arende_id: string;
    namnd_id: string;
    typ: Handlingstyp;
    mall: string;
    titel: string;
    agare_typ: AgarTyp;
    agare_id: string;
    skapad: string;
    skapad_av: string;
    /** Its place among the ärende's official handlingar; null for a partigrupp's. */
    nummer: number | null;
    lage: Generated<Lage>;
    /** When it came to its läge; null for one that has been there from the start or is sealed (the seal says when). */
    lage_sedan: string | null;
  };
  /** For whom a copy was handed in: its draft's owner, and those that wrote it too. */
  inlamning_grupp: { handling_id: string; partigrupp_id: string };
  /** A clean copy that a partigrupp has handed in: `handling_id` is the copy, which the nämnd owns, `utkast_id` the group's draft. */
  inlamning: {
    handling_id: string;
    utkast_id: string;
    partigrupp_id: string;
    person_id: string;
    tid: string;
    sha256: string;
    aterkallad: string | null;
    aterkallad_av: string | null;
  };
  /** Who is disqualified in an ärende. */
  jav: { arende_id: string; person_id: string; anmald: string; anmald_av: string };
  delning: { handling_id: string; person_id: string; ratt: Ratt };
  /** Who writes a partigrupp's handling together, from `sedan`; the owner has a row too. */
  medgrupp: {
    handling_id: string;
    partigrupp_id: string;
    inbjuden_av: string;
    inbjuden: string;
    svar: Svar | null;
    svarad_av: string | null;
    svarad: string | null;
    sedan: string | null;
  };
  /** Which text a handling began as a copy of; `text` is written and read by ursprungstext.ts alone. */
  ursprung: { handling_id: string; moder_id: string; text: string; tid: string; given_av: string };
  /** The log of acts; `person_id` and the ids of what it was done to are names, not references: they outlive what they name. */
  akt: {
    nr: Generated<number>;
    tid: string;
    akt: Akt;
    person_id: string | null;
    handling_id: string | null;
    arende_id: string | null;
    namnd_id: string | null;
    detalj: string;
  };
  dokument: { handling_id: string; bas: Uint8Array };
  sigill: {
    namnd_id: string;
    nr: number;
    handling_id: string;
    post: string;
    hash: string;
    text: string;
    tillstand: Uint8Array;
  };
}

/** What has been begun: a login at the city's own, one with a key, or adding a key. */
export type Inloggningsslag = 'oidc' | 'nyckel' | 'nyNyckel';
/** Who can own a handling. */
export type AgarTyp = 'forvaltning' | 'namnd' | 'partigrupp';
export type OrganTyp = Uppdragsorgan;
