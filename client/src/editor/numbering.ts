import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
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

/** Lets a list begin at a number. @returns false where there is no numbered list at the place (any more). */
export function startAt(editor: Editor, { pos }: NumberedList, start: number): boolean {
  const { state, view } = editor;
  const list = state.doc.nodeAt(pos);
  if (list === null || !isNumbered(list)) return false;
  view.dispatch(state.tr.setNodeMarkup(pos, null, { ...list.attrs, start }));
  return true;
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
