/** What a list of förtroendevalda says, one row: the words as they stand, and the row's line in the file. */
export interface Forteckningsrad {
  readonly rad: number;
  readonly namn: string;
  readonly epost: string;
  readonly parti: string;
  readonly namnd: string;
  readonly roll: string;
  readonly fran: string;
  readonly till: string;
}

type Kolumn = Exclude<keyof Forteckningsrad, 'rad'>;

const RUBRIKER: Readonly<Record<Kolumn, readonly string[]>> = {
  namn: ['namn', 'person'],
  epost: ['e-post', 'epost', 'e-postadress', 'epostadress', 'mejl', 'mail', 'e-mail', 'email'],
  parti: ['parti', 'partibeteckning'],
  namnd: ['nämnd', 'namnd', 'organ'],
  roll: ['roll', 'uppdrag', 'befattning'],
  fran: ['från', 'fran', 'från och med', 'fr.o.m.', 'from', 'startdatum'],
  till: ['till', 'till och med', 't.o.m.', 'tom', 'slutdatum'],
};
const KOLUMNER = Object.keys(RUBRIKER) as readonly Kolumn[];
const VISADE: Readonly<Record<Kolumn, string>> = {
  namn: 'Namn',
  epost: 'E-post',
  parti: 'Parti',
  namnd: 'Nämnd',
  roll: 'Roll',
  fran: 'Från',
  till: 'Till',
};
const RADER_MEST = 5000;

export type Tolkning =
  | { readonly ok: true; readonly rader: readonly Forteckningsrad[] }
  | { readonly ok: false; readonly meddelande: string };

/**
 * Finds the columns by the words of the first row that has any, in whatever order they stand.
 * @param tabell the cells of the file, line by line; the first is line 1.
 */
export function tolkaTabell(tabell: readonly (readonly string[])[]): Tolkning {
  const forsta = tabell.findIndex((rad) => rad.some((cell) => cell.trim() !== ''));
  if (forsta < 0) return { ok: false, meddelande: 'Filen är tom. Välj en fil med en rad för varje uppdrag.' };
  const huvud = (tabell[forsta] ?? []).map((cell) => cell.trim().toLocaleLowerCase('sv'));
  const plats = new Map(KOLUMNER.map((kolumn) => [kolumn, huvud.findIndex((ord) => RUBRIKER[kolumn].includes(ord))]));
  const saknas = KOLUMNER.filter((kolumn) => (plats.get(kolumn) ?? -1) < 0).map((kolumn) => VISADE[kolumn]);
  if (saknas.length > 0) {
    const alla = KOLUMNER.map((kolumn) => VISADE[kolumn]).join(', ');
    return {
      ok: false,
      meddelande: `Filens första rad ska ha rubrikerna ${alla}. Det här saknas: ${saknas.join(', ')}.`,
    };
  }
  const rader = tabell.slice(forsta + 1).flatMap((celler, i): Forteckningsrad[] => {
    if (celler.every((cell) => cell.trim() === '')) return [];
    const cell = (kolumn: Kolumn) => (celler[plats.get(kolumn) ?? -1] ?? '').replaceAll(/\s+/g, ' ').trim();
    return [
      {
        rad: forsta + 2 + i,
        namn: cell('namn'),
        epost: cell('epost'),
        parti: cell('parti'),
        namnd: cell('namnd'),
        roll: cell('roll'),
        fran: cell('fran'),
        till: cell('till'),
      },
    ];
  });
  if (rader.length === 0) return { ok: false, meddelande: 'Filen har rubriker men inga rader under dem.' };
  if (rader.length > RADER_MEST)
    return { ok: false, meddelande: `Filen har fler än ${RADER_MEST} rader. Dela upp den.` };
  return { ok: true, rader };
}
