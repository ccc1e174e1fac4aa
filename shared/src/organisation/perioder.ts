import { sistaDag } from './datum.ts';

/** From a day up to, not including, another; `till` null while it lasts. */
export interface Period {
  readonly fran: string;
  readonly till: string | null;
}

/** Whether two periods have a day in common; one that ends as it begins has none. */
export function overlappar(a: Period, b: Period): boolean {
  if (tom(a) || tom(b)) return false;
  return (a.till === null || b.fran < a.till) && (b.till === null || a.fran < b.till);
}

export function tacker(yttre: Period, inre: Period): boolean {
  return yttre.fran <= inre.fran && (yttre.till === null || (inre.till !== null && inre.till <= yttre.till));
}

/** The shortest period that covers both. */
export function unionen(a: Period, b: Period): Period {
  const [fran = a.fran] = [a.fran, b.fran].sort();
  if (a.till === null || b.till === null) return { fran, till: null };
  return { fran, till: [a.till, b.till].sort().at(-1) ?? null };
}

export function periodText({ fran, till }: Period): string {
  return till === null ? `från och med ${fran}` : `${fran} till ${sistaDag(till)}`;
}

function tom({ fran, till }: Period): boolean {
  return till !== null && till <= fran;
}
