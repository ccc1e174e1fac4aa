import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { EditWriter, MARK_LENGTH, type Mark, ROOT, readMarks } from './edit.ts';

function marksOf(bytes: Uint8Array): Mark[] {
  const marks: Mark[] = [];
  readMarks(Buffer.from(bytes), (mark) => marks.push(mark));
  return marks;
}

it('[B1] updates made without a Y.Doc are the text a Y.Doc reads', () => {
  const writers = [new EditWriter(7, 0), new EditWriter(4_000_000_000, 1295)];
  const doc = new Y.Doc();
  for (let turn = 0; turn < 20; turn += 1) {
    for (const writer of writers) Y.applyUpdate(doc, writer.next(turn).update);
  }
  expect(doc.getText(ROOT).length).toBe(40 * MARK_LENGTH);
  expect(doc.store.pendingStructs).toBeNull();
});

it('[B2] every update is counted once, whether it comes alone, merged or out of a stored document', () => {
  const writer = new EditWriter(123_456, 3);
  const sent = Array.from({ length: 50 }, (_, turn) => writer.next(1000 + turn / 1000));
  const ids = sent.map((edit) => edit.id);
  const updates = sent.map((edit) => edit.update);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);

  expect(updates.flatMap((update) => marksOf(update).map((mark) => mark.id))).toEqual(ids);
  expect(marksOf(Y.mergeUpdates(updates)).map((mark) => mark.id)).toEqual(ids);
  expect(marksOf(Y.encodeStateAsUpdate(doc)).map((mark) => mark.id)).toEqual(ids);
  expect(new Set(ids).size).toBe(50);
});

it('[B3] a mark tells when its edit was sent, to 10 µs, and by whom', () => {
  const [mark] = marksOf(new EditWriter(1, 1295).next(123_456.789).update);
  expect(mark?.sentAt).toBeCloseTo(123_456.78, 2);
  expect(mark?.writer).toBe(1295);
});
