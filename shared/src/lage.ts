/** The offentlighetslägen of a text (TF 2:9–12, domain R19), in the order a text usually goes through them. */
export const LAGEN = ['arbetsmaterial', 'inlamnad', 'utskickad', 'expedierad', 'justerad', 'arkiverad'] as const;
export type Lage = (typeof LAGEN)[number];

/** The acts that move a text from one läge to another; nothing else does. */
export const LAGESAKTER = ['lamnaIn', 'taTillbaka', 'skickaUt', 'expediera', 'justera', 'arkivera'] as const;
export type Lagesakt = (typeof LAGESAKTER)[number];

/**
 * Where each act leads from each läge; null where it cannot be done. Nothing that has been sent out comes back, and what is
 * justerat can only be archived. The store refuses every step that is not here.
 */
const OVERGANGAR: Readonly<Record<Lage, Readonly<Record<Lagesakt, Lage | null>>>> = {
  arbetsmaterial: {
    lamnaIn: 'inlamnad',
    taTillbaka: null,
    skickaUt: null,
    expediera: null,
    justera: 'justerad',
    arkivera: null,
  },
  inlamnad: {
    lamnaIn: null,
    taTillbaka: 'arbetsmaterial',
    skickaUt: 'utskickad',
    expediera: null,
    justera: 'justerad',
    arkivera: 'arkiverad',
  },
  utskickad: {
    lamnaIn: null,
    taTillbaka: null,
    skickaUt: null,
    expediera: 'expedierad',
    justera: 'justerad',
    arkivera: 'arkiverad',
  },
  expedierad: {
    lamnaIn: null,
    taTillbaka: null,
    skickaUt: null,
    expediera: null,
    justera: 'justerad',
    arkivera: 'arkiverad',
  },
  justerad: {
    lamnaIn: null,
    taTillbaka: null,
    skickaUt: null,
    expediera: null,
    justera: null,
    arkivera: 'arkiverad',
  },
  arkiverad: {
    lamnaIn: null,
    taTillbaka: null,
    skickaUt: null,
    expediera: null,
    justera: null,
    arkivera: null,
  },
};

/** The läge that an act leads to; null where it cannot be done. */
export function lageEfter(lage: Lage, akt: Lagesakt): Lage | null {
  return OVERGANGAR[lage][akt];
}

/** Whether a text has come at least so far. */
export function harNatt(lage: Lage, minst: Lage): boolean {
  return LAGEN.indexOf(lage) >= LAGEN.indexOf(minst);
}
