import * as Y from 'yjs';
import { ROOT } from './edit.ts';

/** A document's life: every update of it, and the document they add up to. */
export interface History {
  readonly updates: readonly Uint8Array[];
  readonly whole: Uint8Array;
}

const RUN_LENGTH = 48;
const DELETE_SHARE = 0.055;

/** Numerical Recipes' linear congruence: the same history in every run. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * `edits` key presses of one who writes a run, moves the caret and writes on, taking back one in eighteen; stored it is 2.3
 * bytes an edit.
 */
export function makeHistory(edits: number): History {
  const random = generator(2026);
  const doc = new Y.Doc();
  doc.clientID = 77;
  const text = doc.getText(ROOT);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let caret = 0;
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit % RUN_LENGTH === 0) caret = Math.floor(random() * (text.length + 1));
    if (caret > 0 && random() < DELETE_SHARE) {
      caret -= 1;
      text.delete(caret, 1);
    } else {
      text.insert(caret, String.fromCharCode(97 + Math.floor(random() * 26)));
      caret += 1;
    }
  }
  return { updates, whole: Y.encodeStateAsUpdate(doc) };
}
