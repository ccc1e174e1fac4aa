import { type Avsnittstyp, type Mallavsnitt, mallMedId } from '@samskrift/shared';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';

export interface PlacedAvsnitt {
  readonly node: Node;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The top-level avsnitt in which the caret stands. */
export function currentAvsnitt({ selection, doc }: EditorState): PlacedAvsnitt | null {
  return avsnittAt(doc, selection.$from.index(0));
}

export function avsnittAt(doc: Node, index: number): PlacedAvsnitt | null {
  const node = doc.maybeChild(index);
  if (node === null || node.type.name !== 'avsnitt') return null;
  let from = 0;
  for (let i = 0; i < index; i++) from += doc.child(i).nodeSize;
  return { node, index, from, to: from + node.nodeSize };
}

/** The avsnitt a mall offers; the empty list where the mall is not known to this version. */
export function mallensAvsnitt(mallId: string): readonly Mallavsnitt[] {
  return mallMedId(mallId)?.avsnitt ?? [];
}

/** Adds an avsnitt after the one with the caret, last if there is none, and puts the caret in it. */
export function insertAvsnitt(editor: Editor, typ: Avsnittstyp, rubrik: string): boolean {
  const { state } = editor;
  const at = currentAvsnitt(state)?.to ?? state.doc.content.size;
  const { avsnitt, avsnittsrubrik, paragraph } = state.schema.nodes;
  if (avsnitt === undefined || avsnittsrubrik === undefined || paragraph === undefined) return false;
  const heading = avsnittsrubrik.create(null, rubrik === '' ? null : state.schema.text(rubrik));
  const tr = state.tr.insert(at, avsnitt.create({ typ }, [heading, paragraph.create()]));
  const caret = rubrik === '' ? at + 2 : at + 1 + heading.nodeSize + 1;
  return dispatch(editor, tr.setSelection(TextSelection.create(tr.doc, caret)));
}

/** Gives the avsnitt another of the mall's headings. */
export function renameAvsnitt(editor: Editor, place: PlacedAvsnitt, rubrik: string): boolean {
  const { avsnittsrubrik } = editor.state.schema.nodes;
  if (avsnittsrubrik === undefined) return false;
  const first = place.node.firstChild;
  const text = editor.state.schema.text(rubrik);
  const { tr } = editor.state;
  if (first?.type === avsnittsrubrik) tr.replaceWith(place.from + 2, place.from + 1 + first.nodeSize - 1, text);
  else tr.insert(place.from + 1, avsnittsrubrik.create(null, text));
  return dispatch(editor, tr);
}

/** Removes an avsnitt, unless somebody else writes in it: what they are writing would go with it. */
export function removeAvsnitt(editor: Editor, place: PlacedAvsnitt): boolean {
  return isFree(editor.state, place) && dispatch(editor, editor.state.tr.delete(place.from, place.to));
}

/**
 * Moves an avsnitt past its neighbour. In Yjs a move is a removal and an insertion, in which what somebody else writes
 * at that moment is lost: it is done only while nobody else's caret is in either of the two that change places.
 */
export function moveAvsnitt(editor: Editor, place: PlacedAvsnitt, by: -1 | 1): boolean {
  const { state } = editor;
  const other = avsnittAt(state.doc, place.index + by);
  if (other === null || !isFree(state, place)) return false;
  const inside = state.selection.from - place.from;
  const tr = state.tr.delete(place.from, place.to);
  const to = by < 0 ? other.from : other.from - place.node.nodeSize + other.node.nodeSize;
  tr.insert(to, place.node);
  if (inside > 0 && inside < place.node.nodeSize) tr.setSelection(TextSelection.near(tr.doc.resolve(to + inside)));
  return dispatch(editor, tr);
}

/** Whether nobody else's caret or selection is in the avsnitt. */
export function isFree(state: EditorState, place: PlacedAvsnitt): boolean {
  const carets: DecorationSet | undefined = yCursorPluginKey.getState(state);
  return carets === undefined || carets.find(place.from, place.to).length === 0;
}

function dispatch(editor: Editor, tr: Transaction): boolean {
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
  return true;
}
