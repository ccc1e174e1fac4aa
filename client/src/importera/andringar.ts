import type { Andring, Andringstyp } from '@samskrift/shared';

/** How many changes there are of each kind, the most frequent first. */
export function raknaTyper(
  andringar: readonly Andring[],
): readonly { readonly typ: Andringstyp; readonly antal: number }[] {
  const antal = new Map<Andringstyp, number>();
  for (const { typ } of andringar) antal.set(typ, (antal.get(typ) ?? 0) + 1);
  return [...antal].map(([typ, hur]) => ({ typ, antal: hur })).sort((a, b) => b.antal - a.antal);
}

/** The beginning of a text on one line, for a list. */
export function borjan(text: string, tecken = 80): string {
  const rad = text.replace(/\s+/g, ' ').trim();
  return rad.length <= tecken ? rad : `${rad.slice(0, tecken).trimEnd()} …`;
}
