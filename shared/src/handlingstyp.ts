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
