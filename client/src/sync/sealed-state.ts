import * as Y from 'yjs';
import { ApiFel } from '../api.ts';
import { compareWithSeal, type SealedText } from './late-edits.ts';
import { localCopyName, openLocalCopy, unlessSlow } from './local-copy.ts';

/**
 * The Yjs state of a sealed handling.
 * @throws ApiFel when the server does not give it.
 */
async function fetchSealedState(handlingId: string): Promise<Uint8Array> {
  const answer = await fetch(`/api/handlingar/${handlingId}/sigill/tillstand`, { credentials: 'same-origin' }).catch(
    () => null,
  );
  if (answer === null) throw new ApiFel('natet', 0, 'Servern går inte att nå. Kontrollera nätet och försök igen.');
  if (!answer.ok) throw new ApiFel('sigill', answer.status, 'Den låsta texten gick inte att hämta. Försök igen.');
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * The sealed text, and what the browser's copy has beyond it. Without network, as it was shown the last time.
 * @param live the document of a session that was open when the seal came, with whether something in it was unsaved.
 */
export async function openSealed(
  personId: string,
  handlingId: string,
  live: { readonly doc: Y.Doc; readonly dirty: boolean } | null,
): Promise<SealedText> {
  const doc = new Y.Doc();
  const opening = openLocalCopy(localCopyName(personId, handlingId), doc);
  const copy = await (live === null ? opening : unlessSlow(opening));
  try {
    if (live !== null) {
      // Another tab may have put what this one has never seen, and have been closed.
      const written = Y.mergeUpdates([live.doc, doc].map((one) => Y.encodeStateAsUpdate(one)));
      const dirty = live.dirty || copy?.dirty === true;
      return compareWithSeal(await fetchSealedState(handlingId), dirty ? written : null);
    }
    const state = await fetchSealedState(handlingId).catch((error: unknown) => {
      if (error instanceof ApiFel && error.status === 0 && copy?.sealed) return copy.sealed;
      throw error;
    });
    const text = compareWithSeal(state, copy?.dirty === true ? Y.encodeStateAsUpdate(doc) : null);
    copy?.markSealed(state);
    if (text.merged === null) copy?.markDirty(false);
    return text;
  } finally {
    await copy?.close();
    doc.destroy();
  }
}

/** Removes what the browser keeps of a handling, at its person's wish. */
export async function forgetCopy(personId: string, handlingId: string): Promise<void> {
  const copy = await openLocalCopy(localCopyName(personId, handlingId), new Y.Doc());
  await copy?.clear();
}
