/**
 * What an avsnitt is, apart from what it is called: the same words mean different things in different handlingar
 * («Förslag till beslut» is the förvaltning's proposal, the yrkanden of a protokoll or a group's att-satser). Closed list;
 * `eget` is a heading of the author's own. A stored document may hold a typ of a later version: it survives as it is.
 */
export const AVSNITTSTYPER = [
  'forslag_till_beslut',
  'underskrifter',
  'sammanfattning',
  'bakgrund',
  'arendet',
  'arendets_beredning',
  'synpunkter',
  'maluppfyllelse',
  'jamstalldhetsanalys',
  'konsekvenser_for_barn',
  'bilagor',
  'beslut',
  'yrkanden',
  'beslutsgang',
  'reservation',
  'sarskilt_uttalande',
  'ersattaryttrande',
  'protokollsanteckning',
  'handlingar',
  'signerat_av',
  'attsatser',
  'motivering',
  'eget',
] as const;
export type Avsnittstyp = (typeof AVSNITTSTYPER)[number];

export function isAvsnittstyp(value: unknown): value is Avsnittstyp {
  return (AVSNITTSTYPER as readonly unknown[]).includes(value);
}
