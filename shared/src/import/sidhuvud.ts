import type { Andring } from './forslag.ts';
import type { Rad } from './rader.ts';

/** Lines that stand only in the margins of a page (domain §3). */
const SAKRA = [
  /^Protokoll nr \d+\/\d{4}(?: \d{4}-\d{2}-\d{2})?$/,
  /^(?:Sida|Sid|Sidan) \d+(?: ?\(\d+\)| av \d+)?$/i,
  /^Blad \d+$/i,
  /^\d+ ?\(\d+\)$/,
  /^- ?\d+ ?-$/,
];

/** Lines that stand there too but also elsewhere: left out only beside one that is certain. */
const MOJLIGA = [
  /^\d{4}-\d{2}-\d{2}$/,
  /^\p{Lu}[\p{L} -]{2,60}(?:nämnd|nämnden|styrelse|styrelsen|förvaltning|förvaltningen|kontor|kontoret)$/u,
  /^(?:Tjänsteutlåtande|Protokoll|Protokollsutdrag)$/,
];

/**
 * Leaves out page headers and footers. The next line of text is then told that a page began, so that a paragraph the page
 * had cut can be joined.
 */
export function utanSidhuvud(rader: readonly Rad[], andringar: Andring[]): readonly Rad[] {
  const bort = new Set<Rad>();
  for (const [index, rad] of rader.entries()) {
    if (!SAKRA.some((form) => form.test(rad.text))) continue;
    bort.add(rad);
    for (const steg of [-1, 1]) {
      for (let i = index + steg; ; i += steg) {
        const granne = rader[i];
        if (granne === undefined || !MOJLIGA.some((form) => form.test(granne.text))) break;
        bort.add(granne);
      }
    }
  }
  const kvar: Rad[] = [];
  let avbrott = false;
  for (const rad of rader) {
    if (bort.has(rad)) {
      andringar.push({ typ: 'sidhuvud', rad: rad.nr, fore: rad.text, efter: '' });
      avbrott = true;
      continue;
    }
    kvar.push(avbrott ? { ...rad, nySida: true } : rad);
    avbrott = false;
  }
  return kvar;
}
