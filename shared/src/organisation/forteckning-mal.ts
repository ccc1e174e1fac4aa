import type { Roll } from '../ratt.ts';
import { dagenEfter, lasDag } from './datum.ts';
import type { Laget } from './forteckning-laget.ts';
import type { Forteckningsrad } from './forteckning-rader.ts';
import type { Period } from './perioder.ts';
import { likform, ROLLER_I, ROLLNAMN, rollUr, SITTER, type Uppdragsorgan } from './roller-i-organ.ts';

/** Where a row gives an uppdrag. `foljer`: it follows from the row's own, as a seat in the group from one in the nämnd. */
export interface Mal {
  readonly roll: Roll;
  readonly organTyp: Uppdragsorgan;
  readonly organId: string;
  readonly organ: string;
  readonly foljer: boolean;
}

type Nej = (vad: string) => null;

/** The days of a row; the list says the last day, the store the day after. */
export function tidUr(rad: Forteckningsrad, nej: Nej): Period | null {
  const fran = lasDag(rad.fran);
  if (fran === null) {
    return nej(
      rad.fran === ''
        ? 'Från saknas. Skriv den första dagen, till exempel 2027-01-01.'
        : `Från är «${rad.fran}». Skriv dagen som 2027-01-01.`,
    );
  }
  if (rad.till === '') return { fran, till: null };
  const sista = lasDag(rad.till);
  if (sista === null) return nej(`Till är «${rad.till}». Skriv dagen som 2030-12-31, eller lämna den tom.`);
  if (sista < fran) return nej(`Till (${sista}) är före Från (${fran}). Byt plats på dem eller rätta dem.`);
  return { fran, till: dagenEfter(sista) };
}

/**
 * The organs in which a row gives an uppdrag: the nämnd, and with it the party's group there; or for who works for a party,
 * its group or, without a nämnd, its partikansli.
 */
export function malUr(rad: Forteckningsrad, laget: Laget, nej: Nej, varna: (vad: string) => void): Mal[] | null {
  const roll = rollUr(rad.roll);
  if (roll === null) {
    return nej(rad.roll === '' ? 'Roll saknas. Skriv till exempel Ledamot.' : `Rollen «${rad.roll}» finns inte.`);
  }
  const parti = laget.partier.find((ett) =>
    [ett.namn, ett.forkortning].some((ord) => likform(ord) === likform(rad.parti)),
  );
  if (parti === undefined && rad.parti !== '') {
    return nej(`Partiet «${rad.parti}» finns inte. Lägg till det under Partier, eller rätta stavningen.`);
  }
  if (rad.namnd === '') {
    if (roll !== 'politisk_sekreterare') return nej('Nämnd saknas. Skriv nämndens namn.');
    if (parti === undefined) return nej('Parti saknas. En politisk sekreterare arbetar för ett parti.');
    const organ = `Partikansliet (${parti.forkortning})`;
    return [{ roll, organTyp: 'partikansli', organId: parti.id, organ, foljer: false }];
  }
  const namnd = laget.namnder.find((en) => likform(en.namn) === likform(rad.namnd));
  if (namnd === undefined) {
    return nej(`Nämnden «${rad.namnd}» finns inte. Lägg till den, eller rätta stavningen.`);
  }
  const iNamnd: Mal = { roll, organTyp: 'namnd', organId: namnd.id, organ: namnd.namn, foljer: false };
  const sitterINamnd = ROLLER_I.namnd.includes(roll);
  if (!sitterINamnd && !ROLLER_I.partigrupp.includes(roll)) {
    return nej(`${ROLLNAMN[roll]} är ingen roll i en nämnd. Ge uppdraget på förvaltningens sida i stället.`);
  }
  if (sitterINamnd && !SITTER.includes(roll)) return [iNamnd];
  if (parti === undefined) {
    if (!sitterINamnd) return nej(`Parti saknas. ${ROLLNAMN[roll]} är man i en partigrupp.`);
    varna('Parti saknas: personen får inget uppdrag i någon partigrupp.');
    return [iNamnd];
  }
  const grupp = laget.partigrupper.find((en) => en.namndId === namnd.id && en.partiId === parti.id);
  if (grupp === undefined) {
    return nej(`${parti.namn} har ingen partigrupp i ${namnd.namn}. Lägg till den först.`);
  }
  const iGrupp = { organTyp: 'partigrupp', organId: grupp.id, organ: `${grupp.namn} i ${namnd.namn}` } as const;
  if (!sitterINamnd) return [{ ...iGrupp, roll, foljer: false }];
  return [iNamnd, { ...iGrupp, roll: roll === 'ersattare' ? 'ersattare' : 'ledamot', foljer: true }];
}
