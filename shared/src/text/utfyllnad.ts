import { Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { isRemote } from './remote.ts';

/**
 * The lenient schema lets an avsnitt, a quote or a cell stand empty, where no caret can go. What a person empties gets an
 * empty paragraph to go on writing in; what others empty is left alone, or every client would add one.
 */
export const Utfyllnad = Extension.create({
  name: 'utfyllnad',
  addProseMirrorPlugins() {
    return [utfyllnad()];
  },
});

export function utfyllnad(): Plugin {
  return new Plugin({ appendTransaction: (transactions, _before, state) => fill(transactions, state) });
}

function fill(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  if (transactions.some(isRemote)) return null;
  const at = emptied(transactions, state.doc);
  if (at === null) return null;
  const paragraph = state.schema.nodes.paragraph?.create();
  if (paragraph === undefined) return null;
  const list = at.parent.type.isInGroup('list') || at.parent.type.name === 'table';
  const position = list ? at.before() : at.pos;
  const tr = state.tr.replaceWith(position, list ? at.after() : at.pos, paragraph);
  return tr.setSelection(TextSelection.create(tr.doc, position + 1));
}

function emptied(transactions: readonly Transaction[], doc: Node): ResolvedPos | null {
  const changed: number[] = [];
  for (const transaction of transactions) {
    for (const [index, map] of transaction.mapping.maps.entries()) {
      map.forEach((_oldStart, _oldEnd, start) => {
        changed.push(transaction.mapping.slice(index + 1).map(start));
      });
    }
  }
  for (const position of changed) {
    if (position > doc.content.size) continue;
    const at = doc.resolve(position);
    if (at.parent.content.size === 0 && !at.parent.inlineContent && at.parent.type.name !== 'tableRow') return at;
  }
  return null;
}
