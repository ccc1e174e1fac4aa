import type { Uppdragsnyckel } from '@samskrift/shared';

/** What names one row of `uppdrag`, as its columns: for `eb.and`. */
export function kolumner({ personId, organTyp, organId, roll, fran }: Uppdragsnyckel) {
  return { person_id: personId, organ_typ: organTyp, organ_id: organId, roll, fran } as const;
}
