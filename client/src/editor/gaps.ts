import { type AnyExtension, Node } from '@tiptap/core';
import { Gapcursor } from '@tiptap/extensions';
import { GapCursor } from '@tiptap/pm/gapcursor';

/** The caret between blocks where no letter is. It is scrolled to, as any other, when a key takes it there. */
export const Gap = Gapcursor.extend({
  dispatchTransaction({ transaction, next }) {
    const moved = transaction.selectionSet && transaction.selection instanceof GapCursor;
    next(moved ? transaction.scrollIntoView() : transaction);
  },
});

/** The document model where a caret can stand beside a table in an avsnitt, but never between two avsnitt, outside of both. */
export function gapsWithinAvsnitt(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'doc' ? extension.extend({ allowGapCursor: false }) : extension,
  );
}
