import { type ArendeMedHandlingar, type Handlingstyp, type Mall, mallarFor } from '@samskrift/shared';

/** The mallar that a new handling of the kind can have in the ärende's nämnd. */
export function valbaraMallar(arende: Pick<ArendeMedHandlingar, 'mallar'>, typ: Handlingstyp): readonly Mall[] {
  return mallarFor(typ).filter(({ id }) => arende.mallar.includes(id));
}
