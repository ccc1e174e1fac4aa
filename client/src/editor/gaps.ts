import { type AnyExtension, Node } from '@tiptap/core';
// Its types know of allowGapCursor.
import '@tiptap/extensions';

/** The document model where a caret can stand beside a table in an avsnitt, but never between two avsnitt, outside of both. */
export function gapsWithinAvsnitt(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'doc' ? extension.extend({ allowGapCursor: false }) : extension,
  );
}
