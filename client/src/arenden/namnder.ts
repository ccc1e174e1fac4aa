import type { Arende, Mig } from '@samskrift/shared';

interface Namnd {
  readonly id: string;
  readonly namn: string;
}

/**
 * The nämnder a person may lay up an ärende for: those of the own uppdrag and those whose ärenden the person sees; none for who
 * neither works in a förvaltning nor is a secretary.
 */
export function namnderAtt(jag: Mig, arenden: readonly Arende[]): readonly Namnd[] {
  const tjansteman = jag.uppdrag.some(
    ({ organTyp, roll }) => organTyp === 'forvaltning' || roll === 'namndsekreterare',
  );
  if (!tjansteman) return [];
  const egna = jag.uppdrag
    .filter((uppdrag) => uppdrag.organTyp === 'namnd')
    .map(({ organId, organNamn }) => ({ id: organId, namn: organNamn }));
  const alla = new Map([...arenden.map((arende) => arende.namnd), ...egna].map((namnd) => [namnd.id, namnd]));
  return [...alla.values()].sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}
