import { type Andringstyp, type Importforslag, lopandeText, mallMedId, type TextNod } from '@samskrift/shared';

const SLAG: Readonly<Record<Andringstyp, string>> = {
  sidhuvud: 'sidhuvud eller sidfot utelämnas',
  streck: 'streck utelämnas',
  rubrik: 'rubrik',
  underrubrik: 'underrubrik',
  rader: 'rader fogas ihop',
  avstavning: 'avstavning fogas ihop',
  bindestreck: 'bindestreck behålls',
  punktlista: 'punktlista',
  numrerad_lista: 'numrerad lista',
  beslutslista: 'beslutssatser',
  citattecken: 'citattecken',
  teckenform: 'teckenform',
  metadata: 'uppgift om handlingen',
};

/** Each change beside its original, the look-alike letters, and the avsnitt that come of it; a line each. */
export function changeList(forslag: Importforslag): readonly string[] {
  return [
    `${forslag.andringar.length} ändringar:`,
    ...forslag.andringar.flatMap(({ typ, rad, fore, efter }) => [
      `rad ${rad}, ${SLAG[typ]}:`,
      ...lines('  - ', fore),
      ...lines('  + ', efter),
    ]),
    '',
    `${forslag.forvaxlingar.length} ord med främmande bokstäver (lämnas som de är):`,
    ...forslag.forvaxlingar.map(({ rad, ord, forslag: i }) => `rad ${rad}: «${ord}» – menas «${i}»?`),
    '',
    `Handling: ${forslag.handlingstyp}, mall «${mallMedId(forslag.mall)?.namn ?? forslag.mall}»`,
    ...(forslag.text.content ?? []).map((nod, index) => `${index + 1}. ${avsnittLine(nod)}`),
  ];
}

function avsnittLine(nod: TextNod): string {
  const [rubrik, ...block] = nod.content ?? [];
  const name = rubrik?.type === 'avsnittsrubrik' ? lopandeText(rubrik) : '(utan rubrik)';
  const text = (rubrik?.type === 'avsnittsrubrik' ? block : (nod.content ?? [])).map(lopandeText).join(' ');
  return `${name} [${String(nod.attrs?.typ ?? nod.type)}], ${text.length} tecken`;
}

function lines(prefix: string, text: string): readonly string[] {
  return text === '' ? [] : text.split('\n').map((line) => prefix + line);
}
