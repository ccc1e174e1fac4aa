/** Colours for people: each carries white text with at least 4.5:1, and so stands out from light paper. */
export const PERSON_COLOURS = [
  '#a3362f',
  '#1f6f3f',
  '#2a5db0',
  '#8a4b00',
  '#7a3d9c',
  '#0b6e75',
  '#a8265f',
  '#5b6200',
  '#4d4fb3',
  '#7d3f2a',
  '#3a6a8c',
  '#6b2f6b',
] as const;

/** The same colour for the same person in every browser. */
export function personColour(personId: string): string {
  let hash = 2166136261;
  for (const character of personId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  // The low bits of an FNV hash hardly know the first letters; folded, those of a handful of people differ.
  hash ^= hash >>> 16;
  return PERSON_COLOURS[(hash >>> 0) % PERSON_COLOURS.length] ?? PERSON_COLOURS[0];
}
