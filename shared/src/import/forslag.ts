import type { Handlingstyp } from '../handlingstyp.ts';
import type { TextJson } from '../text/json.ts';

export type Andringstyp =
  | 'sidhuvud'
  | 'streck'
  | 'rubrik'
  | 'underrubrik'
  | 'rader'
  | 'avstavning'
  | 'bindestreck'
  | 'punktlista'
  | 'numrerad_lista'
  | 'beslutslista'
  | 'citattecken'
  | 'teckenform'
  | 'metadata';

/** One change, beside the line of the original (from 1) where it begins. `efter` is empty for what was left out. */
export interface Andring {
  readonly typ: Andringstyp;
  readonly rad: number;
  readonly fore: string;
  readonly efter: string;
}

/** A word with letters of another alphabet that look Swedish. It is left as it is: the person decides. */
export interface Forvaxling {
  readonly rad: number;
  readonly ord: string;
  readonly forslag: string;
}

/** What stood above the first avsnitt, as the handling's own data; null for what was not found. */
export interface Importmetadata {
  readonly titel: string | null;
  readonly dnr: string | null;
  /** «Svar på remiss från kommunstyrelsen». */
  readonly arendetyp: string | null;
  /** «§ 23», in an extract of the minutes. */
  readonly paragraf: string | null;
}

export interface Importforslag {
  readonly handlingstyp: Handlingstyp;
  /** Id of the mall whose avsnitt the text has most of. */
  readonly mall: string;
  readonly metadata: Importmetadata;
  readonly text: TextJson;
  readonly andringar: readonly Andring[];
  readonly forvaxlingar: readonly Forvaxling[];
}
