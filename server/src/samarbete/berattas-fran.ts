import { type RattPerson, rattSkal } from '@samskrift/shared';
import type { HandlingRad } from '../handlingar/handling-rader.ts';

/**
 * From when the person is told what was done to a handling (ISO 8601), empty for from the beginning. To who has it only through a
 * group that writes it too, from when it became that group's: when another group began to write, and who did, is not theirs to know.
 */
export function berattasFran(person: RattPerson, { ratt, beskrivning }: HandlingRad, now: Date): string {
  const skal = rattSkal(person, ratt, now);
  if (skal.some(({ kalla }) => kalla !== 'medgrupp')) return '';
  const mina = new Set(skal.flatMap((ett) => (ett.kalla === 'medgrupp' ? [ett.uppdrag.organ.id as string] : [])));
  const sedan = beskrivning.medgrupper.filter(({ id }) => mina.has(id)).map((grupp) => grupp.sedan);
  return sedan.sort()[0] ?? '';
}
