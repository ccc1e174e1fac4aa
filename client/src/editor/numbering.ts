import type { Editor } from '@tiptap/core';
import type { Node, NodeType } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

export interface NumberedList {
  readonly pos: number;
  readonly start: number;
  /** The number after the last of the list before it in the same avsnitt; null where there is none. */
  readonly continued: number | null;
}

/** The innermost numbered list in which the caret stands. */
export function numberedList({ selection: { $from } }: EditorState): NumberedList | null {
  for (let { depth } = $from; depth > 0; depth--) {
    const node = $from.node(depth);
    if (!isNumbered(node)) continue;
    const pos = $from.before(depth);
    const before = listBefore($from.node(1), $from.before(1), pos, node, depth);
    return { pos, start: startOf(node), continued: before === null ? null : startOf(before) + before.childCount };
  }
  return null;
}

/** The number that somebody has written for a list to begin at. @returns null for other words, and for one out of 1–9999. */
export function typedStart(words: string): number | null {
  const start = /^\d{1,9}$/.test(words.trim()) ? Number(words) : 0;
  return start >= 1 && start <= 9999 ? start : null;
}

/** Lets a list begin at a number. @returns false where there is no numbered list at the place (any more). */
export function startAt(editor: Editor, { pos }: NumberedList, start: number): boolean {
  const { state, view } = editor;
  const list = state.doc.nodeAt(pos);
  if (list === null || !isNumbered(list)) return false;
  view.dispatch(state.tr.setNodeMarkup(pos, null, { ...list.attrs, start }));
  return true;
}

/** Whether two lists, the second right behind the first, are one: of one kind, and the second with no number of its own. */
export function goesOn(first: Node, second: Node): boolean {
  if (first.type !== second.type) return false;
  return !isNumbered(first) || startOf(second) === 1 || startOf(second) === startOf(first) + first.childCount;
}

/** An empty list that goes on counting after the first points of another. */
export function listAfter(list: Node, points: number): Node {
  return list.type.create(isNumbered(list) ? { ...list.attrs, start: startOf(list) + points } : list.attrs);
}

/** The points of a list as one of another kind, at the same places. */
export function asList(list: Node, type: NodeType, pointType: NodeType): Node {
  const points = list.children.map(({ content }) => pointType.create(null, content));
  return type.create({ start: startOf(list) }, points);
}

/** The nearest list of the same kind and level before `pos`: a list in another list's point is not continued. */
function listBefore(within: Node, from: number, pos: number, like: Node, depth: number): Node | null {
  let found: Node | null = null;
  const look = (parent: Node, at: number, level: number) => {
    parent.forEach((child, offset) => {
      const childAt = at + 1 + offset;
      if (childAt >= pos) return;
      if (child.type === like.type && level === depth) found = child;
      else if (level < depth) look(child, childAt, level + 1);
    });
  };
  if (depth > 1) look(within, from, 2);
  return found;
}

function isNumbered({ type }: Node): boolean {
  return type.name === 'beslutslista' || type.name === 'orderedList';
}

function startOf(list: Node): number {
  return typeof list.attrs.start === 'number' ? list.attrs.start : 1;
}

/** A list of any kind. */
export function isList({ type }: Node): boolean {
  return type.isInGroup('list');
}

/** A point of a list of any kind. */
export function isPoint({ type }: Node): boolean {
  return type.name === 'listItem' || type.name === 'beslutssats';
}
