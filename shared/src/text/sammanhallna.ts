/** A stretch of text in UTF-16 units, `to` not included. */
export interface Strackning {
  readonly from: number;
  readonly to: number;
}

const MANAD = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';

/** What must not be broken at a line end (domain §3): law, diarienummer, paragraph and date. */
const SAMMANHALLET = new RegExp(
  [
    String.raw`(?:(?<!\p{L})\p{L}{1,40}[ \u00a0])?\(\d{4}:\d{1,5}\)`,
    String.raw`(?:[Dd]nr\.?[ \u00a0])?(?<!\p{L})[A-ZÅÄÖ]{2,4}[ \u00a0]?\d{4}\/\d+(?:-\d+(?:\.\d+)*)?`,
    String.raw`[Dd]nr\.?[ \u00a0]\d+-\d+\/\d{4}`,
    String.raw`(?<!\d)(?:\d{1,4}[ \u00a0]kap\.[ \u00a0])?\d{1,4}(?:[ \u00a0]?[a-z])?[ \u00a0]§§?(?!\p{L})`,
    String.raw`§§?[ \u00a0]\d+(?:[–-]\d+)?`,
    String.raw`(?:(?<!\p{L})den[ \u00a0])?(?<!\d)\d{1,2}[ \u00a0](?:${MANAD})(?!\p{L})(?:[ \u00a0]\d{4}(?!\d))?`,
  ].join('|'),
  'gu',
);

/** The stretches that stay on one line in the editor and in every export; in order, never overlapping. */
export function sammanhallna(text: string): readonly Strackning[] {
  return Array.from(text.matchAll(SAMMANHALLET), (match) => ({ from: match.index, to: match.index + match[0].length }));
}
