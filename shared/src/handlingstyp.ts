/** The kinds of handling that can be written. Yrkande and reservation are one text object with two renderings (domain §2.3). */
export const HANDLINGSTYPER = [
  'tjansteutlatande',
  'protokollsparagraf',
  'reservation',
  'sarskilt_uttalande',
  'ersattaryttrande',
  'protokollsanteckning',
] as const;
export type Handlingstyp = (typeof HANDLINGSTYPER)[number];

/** A partikansli owns no handling: what is written there is a partigrupp's. */
type Agartyp = 'forvaltning' | 'namnd' | 'partigrupp';

/** The kinds that an owner has: an utlåtande is the officers' and the minutes are the nämnd's, neither ever a party's. */
const SLAG_HOS: Readonly<Record<Agartyp, readonly Handlingstyp[]>> = {
  forvaltning: HANDLINGSTYPER,
  namnd: HANDLINGSTYPER,
  partigrupp: ['reservation', 'sarskilt_uttalande', 'ersattaryttrande', 'protokollsanteckning'],
};

export function agarenHarSlaget(agare: Agartyp, typ: Handlingstyp): boolean {
  return SLAG_HOS[agare].includes(typ);
}
