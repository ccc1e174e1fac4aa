import type { Arendelage, Arendeslag, Handlingstyp, Lage, TextJson } from '@samskrift/shared';
import type { AgarTyp } from '../db/schema.ts';
import { BJORKVIKSPARTIET, FORVALTNING, FRITIDSNAMNDEN, LANDSBYGDSLISTAN, NAMND, TRAFIKNAMNDEN } from './personer.ts';
import { BIBLIOTEKSPLAN } from './text-biblioteksplan.ts';
import { FORENINGSBIDRAG, PROTOKOLL_FORENINGSBIDRAG } from './text-foreningsbidrag.ts';
import { KONSTRUNDA } from './text-konstrunda.ts';
import { KULTURSKOLA } from './text-kulturskola.ts';
import { RESERVATION_BOKBUSS, UTTALANDE_BIBLIOTEK } from './text-partier.ts';

interface Demohandling {
  readonly id: string;
  readonly typ: Handlingstyp;
  readonly mall: string;
  readonly titel: string;
  readonly agare: { readonly typ: AgarTyp; readonly id: string };
  readonly skapadAv: string;
  /** Arbetsmaterial where it is not said. */
  readonly lage?: Lage;
  readonly text: TextJson;
}

export interface Demoarende {
  readonly id: string;
  readonly dnr: string;
  readonly titel: string;
  /** The one where most happens, where no other is named. */
  readonly namnd?: { readonly id: string };
  /** How long before the first start the ärende was opened. */
  readonly dagarSedan: number;
  readonly skapadAv: string;
  readonly slag: Arendeslag;
  readonly lage: Arendelage;
  readonly remiss?: { readonly fran: string; readonly dagarKvar: number };
  readonly dagarTillSammantrade?: number;
  readonly handlingar: readonly Demohandling[];
}

const forvaltning = { typ: 'forvaltning', id: FORVALTNING.id } as const;
const namnd = { typ: 'namnd', id: NAMND.id } as const;

/** The ärenden of the demo. People, places and figures are invented. */
export const DEMO_ARENDEN: readonly Demoarende[] = [
  {
    id: 'biblioteksplan',
    dnr: 'KUN 2026/114',
    titel: 'Biblioteksplan för Björkviks kommun 2027–2030',
    dagarSedan: 5,
    skapadAv: 'anna-lindqvist',
    slag: 'egen_utredning',
    lage: 'beredning',
    handlingar: [
      {
        id: 'biblioteksplan-utlatande',
        typ: 'tjansteutlatande',
        mall: 'tjansteutlatande-konsekvens',
        titel: 'Biblioteksplan 2027–2030',
        agare: forvaltning,
        skapadAv: 'anna-lindqvist',
        text: BIBLIOTEKSPLAN,
      },
      {
        id: 'bokbuss-reservation',
        typ: 'reservation',
        mall: 'reservation',
        titel: 'Behåll bokbussen',
        agare: { typ: 'partigrupp', id: LANDSBYGDSLISTAN.id },
        skapadAv: 'lina-moberg',
        text: RESERVATION_BOKBUSS,
      },
      {
        id: 'bibliotek-uttalande',
        typ: 'sarskilt_uttalande',
        mall: 'sarskilt-uttalande',
        titel: 'Om meröppna bibliotek',
        agare: { typ: 'partigrupp', id: BJORKVIKSPARTIET.id },
        skapadAv: 'sofia-berg',
        text: UTTALANDE_BIBLIOTEK,
      },
    ],
  },
  {
    id: 'foreningsbidrag',
    dnr: 'KUN 2026/98',
    titel: 'Nya riktlinjer för föreningsbidrag',
    dagarSedan: 19,
    skapadAv: 'karim-haddad',
    slag: 'egen_utredning',
    lage: 'till_sammantrade',
    dagarTillSammantrade: 8,
    handlingar: [
      {
        id: 'foreningsbidrag-utlatande',
        typ: 'tjansteutlatande',
        mall: 'tjansteutlatande-konsekvens',
        titel: 'Riktlinjer för bidrag till föreningar',
        agare: forvaltning,
        skapadAv: 'karim-haddad',
        text: FORENINGSBIDRAG,
      },
      {
        id: 'foreningsbidrag-paragraf',
        typ: 'protokollsparagraf',
        mall: 'protokollsparagraf',
        titel: '§ 61 Nya riktlinjer för föreningsbidrag',
        agare: namnd,
        skapadAv: 'maja-nilsson',
        text: PROTOKOLL_FORENINGSBIDRAG,
      },
    ],
  },
  {
    id: 'konstrunda',
    dnr: 'KUN 2026/121',
    titel: 'Remiss: regional konstrunda längs kusten',
    dagarSedan: 2,
    skapadAv: 'karim-haddad',
    slag: 'remiss',
    lage: 'beredning',
    remiss: { fran: 'Region Ekmark', dagarKvar: 12 },
    handlingar: [
      {
        id: 'konstrunda-utlatande',
        typ: 'tjansteutlatande',
        mall: 'tjansteutlatande-svar',
        titel: 'Svar på remiss om en regional konstrunda',
        agare: forvaltning,
        skapadAv: 'karim-haddad',
        text: KONSTRUNDA,
      },
    ],
  },
  {
    id: 'kulturskola',
    dnr: 'KUN 2026/87',
    titel: 'Avgifter i kulturskolan',
    dagarSedan: 26,
    skapadAv: 'anna-lindqvist',
    slag: 'egen_utredning',
    lage: 'till_sammantrade',
    dagarTillSammantrade: 8,
    handlingar: [
      {
        id: 'kulturskola-utlatande',
        typ: 'tjansteutlatande',
        mall: 'tjansteutlatande-svar',
        titel: 'Lägre avgifter i kulturskolan',
        agare: forvaltning,
        skapadAv: 'anna-lindqvist',
        lage: 'utskickad',
        text: KULTURSKOLA,
      },
    ],
  },
  {
    id: 'landsbygd-fritid',
    dnr: 'FRN 2026/41',
    titel: 'Remiss: program för en levande landsbygd',
    namnd: FRITIDSNAMNDEN,
    dagarSedan: 4,
    skapadAv: 'petra-soder',
    slag: 'remiss',
    lage: 'beredning',
    remiss: { fran: 'Kommunstyrelsen', dagarKvar: 30 },
    handlingar: [],
  },
  {
    id: 'landsbygd-trafik',
    dnr: 'TRN 2026/77',
    titel: 'Remiss: program för en levande landsbygd',
    namnd: TRAFIKNAMNDEN,
    dagarSedan: 3,
    skapadAv: 'petra-soder',
    slag: 'remiss',
    lage: 'oppnat',
    remiss: { fran: 'Kommunstyrelsen', dagarKvar: 30 },
    handlingar: [],
  },
];
