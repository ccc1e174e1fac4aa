import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { isRemote } from './remote.ts';
import { arKolumnbredd, arSpann, krav } from './varde.ts';

/** Cells as the schema knows them: alignment and widths that Word or a browser invents are left out. */
const cellAttributes = {
  colspan: { default: 1, validate: krav(arSpann), parseHTML: (element: Attributed) => spanOf(element, 'colspan') },
  rowspan: { default: 1, validate: krav(arSpann), parseHTML: (element: Attributed) => spanOf(element, 'rowspan') },
  // prosemirror-tables writes this one whenever it splits or merges cells.
  colwidth: { default: null, validate: krav(arKolumnbredd), parseHTML: () => null, rendered: false },
};

export const Tabell = Table.extend({
  content: 'tableRow*',
  renderHTML({ HTMLAttributes }) {
    return ['table', HTMLAttributes, ['tbody', 0]];
  },
  addProseMirrorPlugins() {
    return [tabellredigering()];
  },
});
export const Tabellrad = TableRow;
export const Tabellcell = TableCell.extend({ content: 'block*', addAttributes: () => cellAttributes });
export const Tabellrubrik = TableHeader.extend({
  content: 'block*',
  addAttributes: () => ({
    ...cellAttributes,
    scope: {
      default: 'col',
      validate: 'string',
      parseHTML: (element: Attributed) => element.getAttribute('scope') ?? 'col',
    },
  }),
});

interface Attributed {
  getAttribute(name: string): string | null;
}

function spanOf(element: Attributed, name: string): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return arSpann(span) ? span : 1;
}

/**
 * prosemirror-tables' own editing, but a jagged table that arrives from others is mended by whoever edits it next: if every
 * client mended it at once, each would add the same cells, and the table would be jagged again.
 */
export function tabellredigering(): Plugin {
  const editing = tableEditing();
  const { appendTransaction } = editing.spec;
  return new Plugin({
    ...editing.spec,
    appendTransaction: (transactions, before, after) =>
      transactions.some(isRemote) ? null : appendTransaction?.call(editing, transactions, before, after),
  });
}
