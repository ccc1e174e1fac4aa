import { childrenOf, lopandeText, type TextJson, type TextNod } from '../text/json.ts';
import type { Mall, Mallavsnitt } from './mall.ts';
import { fyllI, rubrikmonster } from './rubrik.ts';

export type Anmarkningstyp =
  | 'avsnitt_saknas'
  | 'avsnitt_tomt'
  | 'rubrik'
  | 'beslutslista'
  | 'beslutssats_tom'
  | 'yrka_bifall'
  | 'motsagelse';

/** One line of the checklist. `id` is stable while the same thing is wrong at the same place. */
export interface Anmarkning {
  readonly id: string;
  readonly typ: Anmarkningstyp;
  readonly text: string;
  /** Child indexes from the document down to the node to jump to; null when there is no place yet. */
  readonly plats: readonly number[] | null;
}

interface Funnet {
  readonly nod: TextNod;
  readonly index: number;
}

/**
 * What a mall asks for and the text does not yet have, in the order of the text. It never blocks anything. Fast enough to
 * run while somebody types: only rubriker and beslutssatser are read, of other avsnitt no more than whether they are empty.
 */
export function granska(json: TextJson, mall: Mall): readonly Anmarkning[] {
  const funna = childrenOf(json).flatMap((nod, index): Funnet[] => (nod.type === 'avsnitt' ? [{ nod, index }] : []));
  return mall.avsnitt.flatMap((krav) => {
    const egna = funna.filter(({ nod }) => nod.attrs?.typ === krav.typ);
    return egna.length === 0 ? saknas(krav) : egna.flatMap((avsnitt) => granskaAvsnitt(avsnitt, krav));
  });
}

function saknas(krav: Mallavsnitt): readonly Anmarkning[] {
  if (!krav.obligatoriskt) return [];
  return [anmark('avsnitt_saknas', krav.typ, `Avsnittet «${visa(krav)}» saknas.`, null)];
}

function granskaAvsnitt({ nod, index }: Funnet, krav: Mallavsnitt): readonly Anmarkning[] {
  const [forsta, ...ovriga] = childrenOf(nod);
  const rubrik = forsta?.type === 'avsnittsrubrik' ? lopandeText(forsta) : '';
  const funna: Anmarkning[] = [];
  if (!krav.rubriker.some((variant) => rubrikmonster(variant).test(rubrik))) {
    const text = `Rubriken «${rubrik.trim() || 'tom'}» är ovanlig här. Mallen har «${krav.rubriker.map(utanVariabler).join('» eller «')}».`;
    funna.push(anmark('rubrik', String(index), text, [index, 0]));
  }
  const innehall = forsta?.type === 'avsnittsrubrik' ? ovriga : childrenOf(nod);
  if (krav.obligatoriskt && !innehall.some(harInnehall)) {
    const text = `Avsnittet «${rubrik.trim() || visa(krav)}» är tomt.`;
    // To where the text is to stand: a caret in the rubrik would have it written there.
    const plats = innehall.length === 0 ? [index] : [index, childrenOf(nod).length - innehall.length];
    return [...funna, anmark('avsnitt_tomt', String(index), text, plats)];
  }
  return krav.beslutslista ? [...funna, ...granskaBeslut(nod, index)] : funna;
}

function granskaBeslut(avsnitt: TextNod, index: number): readonly Anmarkning[] {
  const listor = childrenOf(avsnitt).flatMap((nod, i) =>
    nod.type === 'beslutslista' ? [{ nod, plats: [index, i] }] : [],
  );
  const funna: Anmarkning[] = [];
  if (listor.length !== 1) {
    const text =
      listor.length === 0
        ? 'Beslutet är inte skrivet som beslutspunkter.'
        : `Beslutet är delat på ${listor.length} listor. Det brukar vara en.`;
    funna.push(anmark('beslutslista', String(index), text, listor[1]?.plats ?? [index]));
  }
  for (const { nod, plats } of listor) {
    const satser = childrenOf(nod).map(lopandeText);
    for (const [i, sats] of satser.entries()) funna.push(...granskaSats(sats, i, [...plats, i]));
    if (satser.some((sats) => DELVIS.test(sats)) && satser.some((sats) => ISTALLET.test(sats))) {
      const text = 'Att delvis bifalla och istället anföra säger emot varandra. Skriv «därutöver anföra» eller avslå.';
      funna.push(anmark('motsagelse', plats.join('.'), text, plats));
    }
  }
  return funna;
}

const DELVIS = /\bdelvis\s+(?:yrka\s+)?bifall/i;
const ISTALLET = /\bi\s?stället\s+anför/i;
const YRKA = /\byrka\S*\s+bifall/i;

function granskaSats(sats: string, nr: number, plats: readonly number[]): readonly Anmarkning[] {
  const id = plats.join('.');
  if (sats.trim() === '') return [anmark('beslutssats_tom', id, `Beslutspunkt ${nr + 1} är tom.`, plats)];
  if (!YRKA.test(sats)) return [];
  const text = `Beslutspunkt ${nr + 1} säger «yrka bifall», men en nämnd kan inte besluta att yrka. Skriv «bifalla».`;
  return [anmark('yrka_bifall', id, text, plats)];
}

function harInnehall(nod: TextNod): boolean {
  return nod.text === undefined ? childrenOf(nod).some(harInnehall) : nod.text.trim() !== '';
}

const anmark = (typ: Anmarkningstyp, stalle: string, text: string, plats: readonly number[] | null): Anmarkning => ({
  id: `${typ}:${stalle}`,
  typ,
  text,
  plats,
});

const visa = (krav: Mallavsnitt): string => utanVariabler(krav.rubriker[0] ?? krav.typ);

const utanVariabler = (rubrik: string): string => fyllI(rubrik, {});
