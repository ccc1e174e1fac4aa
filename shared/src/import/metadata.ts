import type { Andring, Importmetadata } from './forslag.ts';
import type { Rad } from './rader.ts';

const DNR = /^\(?(?:[Dd]nr\.?:? ?)?((?:[A-ZÅÄÖ]{2,4} ?\d{4}\/\d+|\d+-\d+\/\d{4})(?:-\d+(?:\.\d+)*)?)\)?$/;
const PARAGRAF = /^§ ?\d+$/;
const ARENDETYP =
  /^(?:Svar på|Yttrande|Remissvar|Remiss|Anmälan|Återrapportering|Begäran|Ansökan|Skrivelse|Redovisning)(?: .{0,120})?$/;
const MAX_RADER = 12;

export const INGEN_METADATA: Importmetadata = { titel: null, dnr: null, arendetyp: null, paragraf: null };

/**
 * Reads title, diarienummer, kind of ärende and paragraph from the lines above the first avsnitt.
 * @returns what was found and the lines that were none of it, which stay in the text.
 */
export function metadataI(
  huvud: readonly Rad[],
  andringar: Andring[],
): { readonly metadata: Importmetadata; readonly ovriga: readonly Rad[] } {
  if (huvud.length > MAX_RADER) return { metadata: INGEN_METADATA, ovriga: huvud };
  const funnet: { -readonly [K in keyof Importmetadata]: Importmetadata[K] } = { ...INGEN_METADATA };
  const ovriga: Rad[] = [];
  let titelrad: Rad | null = null;
  for (const rad of huvud) {
    const falt = faltFor(rad, funnet, titelrad);
    if (falt === null) {
      ovriga.push(rad);
      continue;
    }
    const varde = falt === 'dnr' ? (DNR.exec(rad.text)?.[1] ?? rad.text) : rad.text;
    funnet[falt] = funnet[falt] === null ? varde : `${funnet[falt]} ${varde}`;
    titelrad = falt === 'titel' ? rad : null;
    andringar.push({ typ: 'metadata', rad: rad.nr, fore: rad.text, efter: varde });
  }
  return { metadata: funnet, ovriga };
}

function faltFor(rad: Rad, funnet: Importmetadata, titelrad: Rad | null): keyof Importmetadata | null {
  if (funnet.dnr === null && DNR.test(rad.text)) return 'dnr';
  if (funnet.paragraf === null && PARAGRAF.test(rad.text)) return 'paragraf';
  if (funnet.titel !== null && funnet.arendetyp === null && ARENDETYP.test(rad.text)) return 'arendetyp';
  if (rad.text.length > 150 || /[.:;]$/.test(rad.text)) return null;
  if (funnet.titel === null) return 'titel';
  // A title of several lines goes on where no empty line and nothing else came between.
  return titelrad !== null && titelrad.nr + 1 === rad.nr && titelrad.text.length > 30 ? 'titel' : null;
}
