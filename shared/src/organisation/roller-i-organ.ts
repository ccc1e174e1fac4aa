import { ROLLER, type Roll } from '../ratt.ts';

/** Where an uppdrag can be held; a partikansli goes by the id of its parti. */
export const UPPDRAGSORGAN = ['forvaltning', 'avdelning', 'namnd', 'partigrupp', 'partikansli'] as const;
export type Uppdragsorgan = (typeof UPPDRAGSORGAN)[number];

/** Those who have a seat in a nämnd, and with it one in their party's group there. */
export const SITTER: readonly Roll[] = ['ledamot', 'ersattare', 'ordforande', 'vice_ordforande', 'justerare'];

/** Which roles there are in which organ (domain §5); nobody gets an uppdrag outside this table. */
export const ROLLER_I: Readonly<Record<Uppdragsorgan, readonly Roll[]>> = {
  forvaltning: [
    'handlaggare',
    'avdelningschef',
    'forvaltningschef',
    'registrator',
    'borgarrad',
    'borgarradssekreterare',
    'remissammanstallare',
  ],
  avdelning: ['handlaggare', 'avdelningschef', 'registrator'],
  namnd: [
    ...SITTER,
    'namndsekreterare',
    'registrator',
    'borgarrad',
    'borgarradssekreterare',
    'radsledamot',
    'personalforetradare',
    'revisor',
    'arkivarie',
    'dataskyddsombud',
  ],
  partigrupp: ['ledamot', 'ersattare', 'gruppledare', 'politisk_sekreterare'],
  partikansli: ['politisk_sekreterare'],
};

export const ROLLNAMN: Readonly<Record<Roll, string>> = {
  handlaggare: 'Handläggare',
  avdelningschef: 'Avdelningschef',
  forvaltningschef: 'Förvaltningschef',
  registrator: 'Registrator',
  namndsekreterare: 'Nämndsekreterare',
  ordforande: 'Ordförande',
  vice_ordforande: 'Vice ordförande',
  justerare: 'Justerare',
  ledamot: 'Ledamot',
  ersattare: 'Ersättare',
  gruppledare: 'Gruppledare',
  politisk_sekreterare: 'Politisk sekreterare',
  borgarrad: 'Borgarråd',
  borgarradssekreterare: 'Borgarrådssekreterare',
  remissammanstallare: 'Remissammanställare',
  radsledamot: 'Ledamot i råd',
  personalforetradare: 'Personalföreträdare',
  revisor: 'Revisor',
  arkivarie: 'Arkivarie',
  dataskyddsombud: 'Dataskyddsombud',
};

/** A role by its Swedish name as people write it, in any case; «1:e vice ordförande» is a vice ordförande. */
export function rollUr(ord: string): Roll | null {
  const sokt = likform(ord.replace(/^(\d(:e|:a)?|första|andre|andra)\s+(?=vice)/i, ''));
  return ROLLER.find((roll) => likform(ROLLNAMN[roll]) === sokt || roll === sokt) ?? null;
}

/** Two names that differ only in case or spaces are the same name. */
export function likform(namn: string): string {
  return namn.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv');
}
