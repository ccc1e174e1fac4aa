import { laggerUppArenden, type Mig } from '@samskrift/shared';

/** The nämnder in which the person may lay up an ärende, in the order of their names. */
export function namnderAtt({ uppdrag }: Pick<Mig, 'uppdrag'>): readonly Mig['uppdrag'][number]['namnd'][] {
  const alla = new Map(uppdrag.filter(laggerUppArenden).map(({ namnd }) => [namnd.id, namnd]));
  return [...alla.values()].sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
