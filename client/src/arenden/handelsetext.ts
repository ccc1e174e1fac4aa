import { ARENDELAGEN, ARENDESLAG, arDatum, type Handelse, LAGEN } from '@samskrift/shared';
import { LAGESORD } from '../inlamning/texter.ts';
import { dagIOrd } from './nedrakning.ts';
import { LAGENAMN, SLAGNAMN } from './texter.ts';

/** An act in words: «Anna Lindqvist gav ärendet läget ”Under beredning”». */
export function handelsetext({ akt, person, handling, detalj }: Handelse): string {
  const namn = handling === null ? '' : `”${handling.titel}”`;
  switch (akt) {
    case 'arendeSkapat':
      return `${person} lade upp ärendet`;
    case 'arendeAndrat':
      return `${person} ${andring(detalj.falt, detalj.till ?? '')}`;
    case 'javAnmalt':
      return `${person} anmälde jäv för ${detalj.person ?? ''}`;
    case 'javHavt':
      return `${person} hävde jävet för ${detalj.person ?? ''}`;
    case 'handlingSkapad':
      return `${person} skapade handlingen ${namn}`;
    case 'titelAndrad':
      return `${person} gav en handling titeln ${namn}`;
    case 'lageAndrat':
      return `${person} gjorde handlingen ${namn} ${lageMedSmaBokstaver(detalj.till)}`;
    case 'kopiaInlamnad':
      return `${person} lämnade in en kopia av utkastet ${namn}`;
    case 'inlamnad':
      return `${person} lämnade in ${namn} för ${detalj.grupp ?? ''}`;
    case 'atertagen':
      return `${person} återtog ${namn}`;
    case 'forseglad':
      return `${person} justerade handlingen ${namn}`;
    default:
      return `${person} ändrade något i ärendet`;
  }
}

function lageMedSmaBokstaver(till: string | undefined): string {
  return LAGESORD[LAGEN.find((ett) => ett === till) ?? 'arbetsmaterial'].toLocaleLowerCase('sv');
}

function andring(falt: string | undefined, till: string): string {
  const dag = arDatum(till) ? dagIOrd(till) : null;
  switch (falt) {
    case 'dnr':
      return `gav ärendet diarienumret ${till}`;
    case 'titel':
      return 'ändrade ärendets titel';
    case 'slag':
      return `ändrade ärendets slag till ${SLAGNAMN[ARENDESLAG.find((ett) => ett === till) ?? 'ovrigt'].toLocaleLowerCase('sv')}`;
    case 'lage':
      return `gav ärendet läget ”${LAGENAMN[ARENDELAGEN.find((ett) => ett === till) ?? 'oppnat']}”`;
    case 'remissFran':
      return 'ändrade vem remissen kommer från';
    case 'sistaDag':
      return dag === null ? 'tog bort sista dag' : `satte sista dag till ${dag}`;
    case 'handlaggareId':
      return till === '' ? 'tog bort handläggaren' : `gjorde ${till} till handläggare`;
    case 'sammantrade':
      return dag === null ? 'tog bort dagen för sammanträdet' : `satte sammanträdet till ${dag}`;
    default:
      return 'ändrade ärendet';
  }
}
