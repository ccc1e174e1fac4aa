import type { Roll } from '@samskrift/shared';
import type { OrganTyp } from '../db/schema.ts';
import { DEMO_DOMAIN } from './demo-login.ts';

/** The invented municipality of the demo: Björkviks kommun has one nämnd, its förvaltning and two party groups. */
export const NAMND = { id: 'kulturnamnden', namn: 'Kulturnämnden' } as const;
export const FORVALTNING = { id: 'kulturforvaltningen', namn: 'Kulturförvaltningen' } as const;
export const BJORKVIKSPARTIET = { id: 'bjorkvikspartiet', namn: 'Björkvikspartiet', forkortning: 'BP' } as const;
export const LANDSBYGDSLISTAN = { id: 'landsbygdslistan', namn: 'Landsbygdslistan', forkortning: 'LL' } as const;

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
