import { type Arende, forBeslut } from '@samskrift/shared';
import { dagarTill } from './nedrakning.ts';

/** Which ärenden the list shows; in the address, so that back and a reload keep it. */
export const VISNINGAR = ['alla', 'mina', 'vantar', 'sammantrade'] as const;
export type Visning = (typeof VISNINGAR)[number];

/** How near a last day has to be before an ärende waits for its handläggare. */
const SNART_DAGAR = 14;

/** @param dag the day it is, YYYY-MM-DD */
export function visade(arenden: readonly Arende[], visning: Visning, jag: string, dag: string): readonly Arende[] {
  switch (visning) {
    case 'alla':
      return arenden;
    case 'mina':
      return arenden.filter(({ mitt }) => mitt);
    case 'vantar':
      return arenden.filter(
        ({ handlaggare, remiss, lage }) =>
          handlaggare?.id === jag &&
          forBeslut(lage) &&
          remiss !== null &&
          remiss.sistaDag !== null &&
          dagarTill(remiss.sistaDag, dag) <= SNART_DAGAR,
      );
    case 'sammantrade':
      return arenden.filter(({ lage }) => lage === 'till_sammantrade');
  }
}
