import { isRemote } from '@samskrift/shared';
import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { changedRanges } from './changed-ranges.ts';

/** Puts a table with a header row after the paragraph with the caret, in its place if it is empty, and the caret in it. */
export function insertTable(editor: Editor, rows: number, columns: number): boolean {
  const { state } = editor;
  const { table, tableRow, tableHeader, tableCell, paragraph } = state.schema.nodes;
  const { $from } = state.selection;
  if (!(table && tableRow && tableHeader && tableCell && paragraph) || $from.depth === 0) return false;
  const row = (cell: typeof tableCell) =>
    tableRow.create(
      null,
      Array.from({ length: columns }, () => cell.create(null, paragraph.create())),
    );
  const body = Array.from({ length: rows - 1 }, () => row(tableCell));
  const whole = table.create(null, [row(tableHeader), ...body]);
  const here = $from.parent.content.size === 0 && $from.parent.type === paragraph;
  const at = here ? $from.before() : $from.after();
  const tr = state.tr.replaceWith(at, $from.after(), whole);
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 4))).scrollIntoView());
  editor.view.focus();
  return true;
}

/**
 * Rows and columns come with empty cells, where no caret can go. Whoever adds them adds a paragraph to each; what others
 * add is left, since they have done the same.
 */
export const CellFilling = Extension.create({
  name: 'cellFilling',
  // Before the table's own Tab, which goes on to the new row in the same change, while its cells are still empty.
  priority: 101,
  addKeyboardShortcuts() {
    return { Tab: () => goToNewRow(this.editor) };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) =>
          transactions.some(isRemote) ? null : fill(transactions, state),
      }),
    ];
  },
});

/** In the last cell adds a row and goes there. @returns false in other cells, and outside tables. */
function goToNewRow(editor: Editor): boolean {
  if (editor.can().goToNextCell() || !editor.can().addRowAfter()) return false;
  return editor.commands.addRowAfter() && editor.commands.goToNextCell();
}

function fill(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const { paragraph } = state.schema.nodes;
  const last = transactions.at(-1);
  if (paragraph === undefined || last === undefined || !transactions.some(({ docChanged }) => docChanged)) return null;
  const places = new Set<number>();
  for (const { from, to } of changedRanges(last)) {
    state.doc.nodesBetween(Math.max(0, from - 1), Math.min(to + 1, state.doc.content.size), (node, pos) => {
      if (isCell(node) && node.content.size === 0) places.add(pos + 1);
      return !node.isTextblock;
    });
  }
  if (places.size === 0) return null;
  const { tr } = state;
  for (const place of [...places].sort((a, b) => b - a)) tr.insert(place, paragraph.create());
  return tr;
}

function isCell({ type }: Node): boolean {
  return type.name === 'tableCell' || type.name === 'tableHeader';
}
