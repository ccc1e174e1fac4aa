/**
 * Those whose title or diarienummer holds every word of the search, in any order; case and the space in a diarienummer
 * («KUN2026/12», «kun 2026/12») do not count.
 */
export function filtrera<T extends { readonly titel: string; readonly dnr: string }>(
  arenden: readonly T[],
  sokt: string,
): readonly T[] {
  const ord = sokt.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  if (ord.length === 0) return arenden;
  return arenden.filter(({ titel, dnr }) => {
    const text = `${titel} ${dnr} ${dnr.replaceAll(' ', '')}`.toLocaleLowerCase('sv');
    return ord.every((ett) => text.includes(ett));
  });
}
