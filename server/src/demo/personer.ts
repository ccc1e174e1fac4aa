import type { Roll } from '@samskrift/shared';
import type { OrganTyp } from '../db/schema.ts';
import { DEMO_DOMAIN } from './demo-login.ts';

/**
 * The invented municipality of the demo, Björkviks kommun. Most happens in one nämnd with its förvaltning and three party groups;
 * one of the parties has groups in two more nämnder, and a kansli.
 */
export const NAMND = { id: 'kulturnamnden', namn: 'Kulturnämnden' } as const;
export const FORVALTNING = { id: 'kulturforvaltningen', namn: 'Kulturförvaltningen' } as const;
export const BJORKVIKSPARTIET = { id: 'bjorkvikspartiet', namn: 'Björkvikspartiet', forkortning: 'BP' } as const;
export const LANDSBYGDSLISTAN = { id: 'landsbygdslistan', namn: 'Landsbygdslistan', forkortning: 'LL' } as const;
const KUSTPARTIET = { id: 'kustpartiet', namn: 'Kustpartiet', forkortning: 'KP' } as const;
export const FRITIDSNAMNDEN = { id: 'fritidsnamnden', namn: 'Fritidsnämnden' } as const;
export const TRAFIKNAMNDEN = { id: 'trafiknamnden', namn: 'Trafiknämnden' } as const;
const FRITIDSFORVALTNINGEN = { id: 'fritidsforvaltningen', namn: 'Fritidsförvaltningen' } as const;
const TRAFIKFORVALTNINGEN = { id: 'trafikforvaltningen', namn: 'Trafikförvaltningen' } as const;

export const PARTIER = [BJORKVIKSPARTIET, LANDSBYGDSLISTAN, KUSTPARTIET] as const;
/** Each nämnd with its förvaltning. */
export const NAMNDER = [
  { namnd: NAMND, forvaltning: FORVALTNING },
  { namnd: FRITIDSNAMNDEN, forvaltning: FRITIDSFORVALTNINGEN },
  { namnd: TRAFIKNAMNDEN, forvaltning: TRAFIKFORVALTNINGEN },
] as const;
const GRUPP_I_FRITID = { id: 'landsbygdslistan-fritid', parti: LANDSBYGDSLISTAN, namnd: FRITIDSNAMNDEN } as const;
const GRUPP_I_TRAFIK = { id: 'landsbygdslistan-trafik', parti: LANDSBYGDSLISTAN, namnd: TRAFIKNAMNDEN } as const;
export const GRUPPER = [
  ...PARTIER.map((parti) => ({ id: parti.id, parti, namnd: NAMND })),
  GRUPP_I_FRITID,
  GRUPP_I_TRAFIK,
];

interface Demouppdrag {
  readonly roll: Roll;
  readonly typ: OrganTyp;
  readonly organ: string;
}

export interface Demoperson {
  readonly id: string;
  readonly namn: string;
  /** What the login page says of the person. */
  readonly beskrivning: string;
  readonly uppdrag: readonly Demouppdrag[];
  readonly administrator?: true;
}

const i = (roll: Roll, typ: OrganTyp, organ: { readonly id: string }): Demouppdrag => ({ roll, typ, organ: organ.id });
const person = (id: string, namn: string, beskrivning: string, ...uppdrag: readonly Demouppdrag[]): Demoperson => ({
  id,
  namn,
  beskrivning,
  uppdrag,
});

export const DEMO_PERSONER: readonly Demoperson[] = [
  person(
    'anna-lindqvist',
    'Anna Lindqvist',
    'Handläggare, Kulturförvaltningen',
    i('handlaggare', 'forvaltning', FORVALTNING),
  ),
  person(
    'karim-haddad',
    'Karim Haddad',
    'Handläggare, Kulturförvaltningen',
    i('handlaggare', 'forvaltning', FORVALTNING),
  ),
  person(
    'eva-sandstrom',
    'Eva Sandström',
    'Avdelningschef, Kulturförvaltningen',
    i('avdelningschef', 'forvaltning', FORVALTNING),
  ),
  person(
    'per-ostberg',
    'Per Östberg',
    'Förvaltningschef, Kulturförvaltningen',
    i('forvaltningschef', 'forvaltning', FORVALTNING),
  ),
  person('rut-nyberg', 'Rut Nyberg', 'Registrator, Kulturförvaltningen', i('registrator', 'forvaltning', FORVALTNING)),
  person('maja-nilsson', 'Maja Nilsson', 'Nämndsekreterare, Kulturnämnden', i('namndsekreterare', 'namnd', NAMND)),
  person(
    'goran-ek',
    'Göran Ek',
    'Ordförande, Kulturnämnden (Björkvikspartiet)',
    i('ordforande', 'namnd', NAMND),
    i('ledamot', 'partigrupp', BJORKVIKSPARTIET),
  ),
  person(
    'asa-wikander',
    'Åsa Wikander',
    'Justerare, Kulturnämnden (Landsbygdslistan)',
    i('justerare', 'namnd', NAMND),
    i('gruppledare', 'partigrupp', LANDSBYGDSLISTAN),
  ),
  person(
    'sofia-berg',
    'Sofia Berg',
    'Ledamot, Kulturnämnden (Björkvikspartiet)',
    i('ledamot', 'namnd', NAMND),
    i('ledamot', 'partigrupp', BJORKVIKSPARTIET),
  ),
  person(
    'olle-hedman',
    'Olle Hedman',
    'Ledamot, Kulturnämnden (Landsbygdslistan)',
    i('ledamot', 'namnd', NAMND),
    i('ledamot', 'partigrupp', LANDSBYGDSLISTAN),
  ),
  person(
    'lina-moberg',
    'Lina Moberg',
    'Politisk sekreterare, Landsbygdslistan',
    i('politisk_sekreterare', 'partigrupp', LANDSBYGDSLISTAN),
  ),
  person(
    'stina-falk',
    'Stina Falk',
    'Gruppledare, Kulturnämnden (Björkvikspartiet)',
    i('ledamot', 'namnd', NAMND),
    i('gruppledare', 'partigrupp', BJORKVIKSPARTIET),
  ),
  person(
    'vera-holm',
    'Vera Holm',
    'Gruppledare, Kulturnämnden (Kustpartiet)',
    i('ledamot', 'namnd', NAMND),
    i('gruppledare', 'partigrupp', KUSTPARTIET),
  ),
  person(
    'henrik-dahl',
    'Henrik Dahl',
    'Politisk sekreterare, Landsbygdslistans partikansli',
    i('politisk_sekreterare', 'partikansli', LANDSBYGDSLISTAN),
  ),
  person(
    'nils-akerman',
    'Nils Åkerman',
    'Gruppledare, Fritidsnämnden (Landsbygdslistan)',
    i('gruppledare', 'partigrupp', GRUPP_I_FRITID),
  ),
  person(
    'birgitta-lund',
    'Birgitta Lund',
    'Ledamot, Trafiknämnden (Landsbygdslistan)',
    i('ledamot', 'partigrupp', GRUPP_I_TRAFIK),
  ),
  person(
    'petra-soder',
    'Petra Söder',
    'Registrator, Fritidsförvaltningen och Trafikförvaltningen',
    i('registrator', 'forvaltning', FRITIDSFORVALTNINGEN),
    i('registrator', 'forvaltning', TRAFIKFORVALTNINGEN),
  ),
  {
    id: 'ulla-berglund',
    namn: 'Ulla Berglund',
    beskrivning: 'Administratör, Björkviks kommun',
    uppdrag: [],
    administrator: true,
  },
];

/** «anna-lindqvist@demo.invalid»: an address that no mail can reach. */
export function demoEpost(one: Demoperson): string {
  return `${one.id}${DEMO_DOMAIN}`;
}
