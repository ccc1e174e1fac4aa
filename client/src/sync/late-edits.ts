import { canonicalJson, jsonFromYdoc, type TextJson } from '@samskrift/shared';
import * as Y from 'yjs';

export interface SealedText {
  /** The text exactly as it was sealed. */
  readonly sealed: Y.Doc;
  /** The sealed text together with what this browser holds and the seal does not; null when that is nothing. */
  readonly merged: Y.Doc | null;
}

/**
 * Compares a sealed state with a browser's own. They are merged first: what others wrote while this browser was away is
 * in the seal and not here, and is no difference of this person's.
 * @param local everything this browser holds, as one Yjs update; null when it has nothing that was unsaved.
 */
export function compareWithSeal(state: Uint8Array, local: Uint8Array | null): SealedText {
  const sealed = new Y.Doc();
  Y.applyUpdate(sealed, state);
  if (local === null) return { sealed, merged: null };
  const merged = new Y.Doc();
  Y.applyUpdate(merged, state);
  Y.applyUpdate(merged, local);
  return { sealed, merged: canonical(merged) === canonical(sealed) ? null : merged };
}

function canonical(doc: Y.Doc): string {
  const json: TextJson = jsonFromYdoc(doc);
  return canonicalJson(json);
}
