/** A person as named in a text; `parti` is the party's förkortning, null for one who stands for none. */
export interface Namngiven {
  readonly namn: string;
  readonly parti: string | null;
}

/**
 * How a party's persons are told: everybody by name, «m.fl. (alla MP)» as over a reservation, or «m.fl. (S)» as in a yrkande
 * (domain §2.3, §2.4).
 */
export type Namnform = 'alla_namn' | 'mfl_alla' | 'mfl';

/**
 * Names and parties as a protokoll writes them: «Anna Andersson (KD), Bo Berg m.fl. (alla M) och Carin Ceder (L)». Parties
 * come in the order of their first person. Two of a party are «båda», three or more «alla» (domain §2.4).
 */
export function namnlista(personer: readonly Namngiven[], form: Namnform): string {
  const grupper = Map.groupBy(personer, (person, plats) => person.parti ?? plats);
  return uppraknat([...grupper.values()].map((grupp) => partiet(grupp, form)));
}

/** Groups as they are told: «Centerpartiet och Liberalerna». */
export function gruppnamn(grupper: readonly { readonly namn: string }[]): string {
  return namnlista(
    grupper.map(({ namn }) => ({ namn, parti: null })),
    'alla_namn',
  );
}

function partiet(grupp: readonly Namngiven[], form: Namnform): string {
  const [forsta, ...andra] = grupp;
  if (forsta === undefined) return '';
  const { namn, parti } = forsta;
  if (parti === null) return namn;
  if (andra.length === 0) return `${namn} (${parti})`;
  if (form === 'mfl') return `${namn} m.fl. (${parti})`;
  if (form === 'mfl_alla' && andra.length > 1) return `${namn} m.fl. (alla ${parti})`;
  return `${uppraknat(grupp.map((person) => person.namn))} (${andra.length === 1 ? 'båda' : 'alla'} ${parti})`;
}

function uppraknat(delar: readonly string[]): string {
  return delar.length < 2 ? delar.join('') : `${delar.slice(0, -1).join(', ')} och ${delar.at(-1)}`;
}
