import type { Avsnittstyp } from '../text/avsnittstyper.ts';
import type { TextNod } from '../text/json.ts';
import { Radfogare } from './avstavning.ts';
import { byggAvsnitt } from './bygg-avsnitt.ts';
import type { Andring, Importforslag } from './forslag.ts';
import { forvaxlingarI } from './forvaxling.ts';
import { INGEN_METADATA, metadataI } from './metadata.ts';
import { raderI } from './rader.ts';
import { Radlage } from './radlage.ts';
import { gissaHandlingstyp, gissaMall, Rubriksok } from './rubriksok.ts';
import { utanSidhuvud } from './sidhuvud.ts';
import { type Stycke, Styckesok } from './stycken.ts';

/**
 * Makes a handling of text that was extracted from a PDF (or of our own plain text): avsnitt, paragraphs and lists, page
 * furniture left out, divided words joined. It only proposes: every change is listed with its line of the original.
 */
export function importera(original: string): Importforslag {
  const andringar: Andring[] = [];
  const alla = raderI(original, andringar);
  const rader = utanSidhuvud(alla, andringar);
  const lage = new Radlage(rader);
  const handlingstyp = gissaHandlingstyp(rader, lage);
  const rubriker = new Rubriksok(handlingstyp, rader, lage);
  const forsta = rader.findIndex((_, index) => rubriker.vid(index, false) !== null);
  const huvud = rader.slice(0, Math.max(0, forsta));
  const { metadata, ovriga } =
    rubriker.vid(forsta, false)?.understruken === true
      ? { metadata: INGEN_METADATA, ovriga: huvud }
      : metadataI(huvud, andringar);
  const fogare = new Radfogare(original, andringar);
  const inledning = new Styckesok(ovriga, lage, new Rubriksok(handlingstyp, ovriga, lage), fogare, andringar).sok(0);
  const resten = new Styckesok(rader, lage, rubriker, fogare, andringar).sok(Math.max(0, forsta));
  const avsnitt = delaPaAvsnitt([...inledning, ...resten], andringar);
  const typer = new Set(avsnitt.map((nod) => nod.attrs?.typ as Avsnittstyp));
  return {
    handlingstyp,
    mall: gissaMall(handlingstyp, typer).id,
    metadata,
    text: { type: 'doc', content: avsnitt },
    andringar: andringar.sort((a, b) => a.rad - b.rad),
    forvaxlingar: forvaxlingarI(alla),
  };
}

function delaPaAvsnitt(stycken: readonly Stycke[], andringar: Andring[]): readonly TextNod[] {
  const avsnitt: TextNod[] = [];
  let rubrik: Extract<Stycke, { slag: 'rubrik' }> | null = null;
  let delar: Exclude<Stycke, { slag: 'rubrik' }>[] = [];
  const avsluta = (): void => {
    if (rubrik !== null || delar.length > 0) avsnitt.push(byggAvsnitt(rubrik, delar, andringar));
    delar = [];
  };
  for (const stycke of stycken) {
    if (stycke.slag === 'rubrik') {
      avsluta();
      rubrik = stycke;
    } else {
      delar.push(stycke);
    }
  }
  avsluta();
  return avsnitt;
}
