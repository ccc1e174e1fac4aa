import { Extension } from '@tiptap/core';
import { Fragment, type ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep } from '@tiptap/pm/transform';
import { goesOn, isList, isPoint, listAfter } from './numbering.ts';

/**
 * Backspace, Delete and Enter at the edge of a point. What comes after a point that is taken out of its list goes on counting, and
 * when its words are joined with the point before it the list is one again.
 */
export const ListKeys = Extension.create({
  name: 'listKeys',
  // Before the list's own keys, which leave the points after as a list that begins again.
  priority: 150,
  addKeyboardShortcuts() {
    const press = (change: (state: EditorState) => Transaction | null) => () => {
      const { state, view } = this.editor;
      const { selection } = state;
      if (!selection.empty || selection.$from.parent.type.name !== 'paragraph') return false;
      const tr = change(state);
      if (tr !== null) view.dispatch(tr.scrollIntoView());
      return tr !== null;
    };
    const back = () => this.editor.commands.undoInputRule() || press(backspace)();
    return {
      Enter: () => {
        const { state, view } = this.editor;
        const tr = enterOverBorder(state);
        if (tr !== null) view.dispatch(tr.scrollIntoView());
        return tr !== null;
      },
      Backspace: back,
      'Mod-Backspace': back,
      'Shift-Backspace': back,
      Delete: press(joinNext),
      'Mod-Delete': press(joinNext),
    };
  },
});

function backspace(state: EditorState): Transaction | null {
  if (state.selection.$from.parentOffset > 0) return null;
  return takeOut(state) ?? joinBefore(state);
}

/** Enter over words of a list and of the avsnitt after: what is left of that follows the list, and is no point of it. */
function enterOverBorder(state: EditorState): Transaction | null {
  const { $from, $to } = state.selection;
  if ($from.depth === 0 || $from.index(0) === $to.index(0) || !isPoint($from.node(-1))) return null;
  const tr = state.tr.deleteSelection();
  const { $from: at } = tr.selection;
  let { depth } = at;
  while (isList(at.node(depth - 1)) || isPoint(at.node(depth - 1))) depth--;
  const range = tr.split(at.pos).selection.$from.blockRange();
  return range === null ? null : tr.lift(range, depth - 1);
}

/** A point that is not the first becomes a paragraph between two lists; one of several blocks, blocks of the point before. */
function takeOut({ tr, selection: { $from } }: EditorState): Transaction | null {
  const depth = $from.depth - 1;
  const item = $from.node(depth);
  if (!isPoint(item) || $from.index(depth) > 0 || $from.index(depth - 1) === 0) return null;
  const [start, end] = [$from.before(depth), $from.after(depth)];
  if (item.childCount > 1) return tr.join(start);
  const list = $from.node(depth - 1);
  const index = $from.index(depth - 1);
  const last = index === list.childCount - 1;
  const around = Fragment.from(list.copy(Fragment.empty)).append(
    last ? Fragment.empty : Fragment.from(listAfter(list, index)),
  );
  const slice = new Slice(around, 1, last ? 0 : 1);
  tr.step(new ReplaceAroundStep(start, last ? end + 1 : end, start + 1, end - 1, slice, 1, true));
  return tr.setSelection(TextSelection.create(tr.doc, start + 2));
}

/** Joins a paragraph that stands after a list with the list's last words. */
function joinBefore({ tr, doc, selection: { $from } }: EditorState): Transaction | null {
  const before = $from.before();
  const list = doc.resolve(before).nodeBefore;
  if (list === null || !isList(list)) return null;
  const end = Selection.findFrom(doc.resolve(before), -1, true)?.$from;
  return end === undefined || lastIn(end) !== before - list.nodeSize ? null : join(tr, end, before);
}

/** Joins the paragraph that stands after a list with its last words, in which the caret is at the end. */
function joinNext({ tr, doc, selection: { $from } }: EditorState): Transaction | null {
  const pos = $from.parentOffset === $from.parent.content.size ? lastIn($from) : null;
  const list = pos === null ? null : doc.nodeAt(pos);
  if (pos === null || list === null) return null;
  const next = pos + list.nodeSize;
  return doc.nodeAt(next)?.type.name === 'paragraph' ? join(tr, $from, next) : null;
}

function join(tr: Transaction, end: ResolvedPos, paragraph: number): Transaction | null {
  const pos = lastIn(end);
  if (pos === null) return null;
  tr.delete(end.pos, paragraph + 1).setSelection(TextSelection.create(tr.doc, end.pos));
  const list = tr.doc.nodeAt(pos);
  const after = pos + (list?.nodeSize ?? 0);
  const next = tr.doc.nodeAt(after);
  return list !== null && next !== null && goesOn(list, next) ? tr.join(after) : tr;
}

/** The place of the outermost list whose last paragraph this is; null where it is the last of none. */
function lastIn(end: ResolvedPos): number | null {
  let found: number | null = null;
  if (end.parent.type.name !== 'paragraph') return null;
  for (let depth = end.depth - 1; depth > 0; depth--) {
    const node = end.node(depth);
    if (!(isPoint(node) || isList(node)) || end.index(depth) < node.childCount - 1) break;
    if (isList(node)) found = end.before(depth);
  }
  return found;
}
