import { forstaText, kontrollera, mallMedId, type NyHandling, updateFromJson } from '@samskrift/shared';
import type { NamngivetOrgan } from '../arenden/namnder.ts';

export type FirstText =
  | { readonly ok: true; readonly seed: Uint8Array }
  | { readonly ok: false; readonly meddelande: string };

/**
 * The text a new handling begins with: the person's own, checked against the schema, or the mall's with the names of the
 * nämnd and its förvaltning put in. A mall of another kind than the handling is refused.
 */
export function firstText(
  ny: Pick<NyHandling, 'typ' | 'mall' | 'text' | 'agare'>,
  namnd: string,
  organ: readonly NamngivetOrgan[],
): FirstText {
  const mall = mallMedId(ny.mall);
  if (mall === null || mall.typ !== ny.typ) {
    return { ok: false, meddelande: 'Mallen finns inte för den sortens handling. Välj en annan mall.' };
  }
  if (ny.text !== undefined) {
    const checked = kontrollera(ny.text);
    return checked.ok
      ? { ok: true, seed: updateFromJson(checked.json) }
      : { ok: false, meddelande: checked.meddelande };
  }
  const own = organ.find((ett) => ett.organ.typ === 'forvaltning' && ett.organ.id === ny.agare.id);
  return { ok: true, seed: updateFromJson(forstaText(mall, { namnd, forvaltning: own?.namn })) };
}
