import type { Handlingstyp, Ratt, Roll } from '@samskrift/shared';

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
  forvaltning: { id: string; namn: string; namnd_id: string };
  namnd: { id: string; namn: string };
  partigrupp: { id: string; namn: string; namnd_id: string };
  uppdrag: {
    person_id: string;
    roll: Roll;
    organ_typ: OrganTyp;
    organ_id: string;
    fran: string;
    till: string | null;
  };
  arende: { id: string; dnr: string; titel: string; namnd_id: string; skapad: string; skapad_av: string };
  handling: {
    id: string;
    arende_id: string;
    namnd_id: string;
    typ: Handlingstyp;
    mall: string;
    titel: string;
    agare_typ: OrganTyp;
    agare_id: string;
    skapad: string;
    skapad_av: string;
  };
  delning: { handling_id: string; person_id: string; ratt: Ratt };
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

export type OrganTyp = 'forvaltning' | 'namnd' | 'partigrupp';
