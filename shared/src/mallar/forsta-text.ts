import { avsnitt, beslutslista, dokument, stycke } from '../text/bygg.ts';
import type { TextJson } from '../text/json.ts';
import type { Mall } from './mall.ts';
import { fyllI, type Variabler } from './rubrik.ts';

/** The text a new handling begins with. Every avsnitt has somewhere to write. */
export function forstaText(mall: Mall, variabler: Variabler): TextJson {
  const delar = mall.avsnitt
    .filter((del) => del.iForstaText)
    .map((del) => {
      const rubrik = fyllI(del.rubriker[0] ?? '', variabler);
      const ord = del.forifyllt.length === 0 ? [''] : del.forifyllt.map((text) => fyllI(text, variabler));
      return avsnitt(del.typ, rubrik, ...(del.beslutslista ? [beslutslista(ord)] : ord.map(stycke)));
    });
  return dokument(...delar);
}
