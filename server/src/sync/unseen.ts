import type { RattHandling } from '@samskrift/shared';

/**
 * Whether what happens in a handling's room is left out of what is counted and logged: a partigrupp's writing must not be seen
 * even as a number that grows (TF 2:12, domain R20).
 */
export function isUnseen({ agare }: Pick<RattHandling, 'agare'>): boolean {
  return agare.typ === 'partigrupp';
}
