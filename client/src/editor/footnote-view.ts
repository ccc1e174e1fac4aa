import type { AnyExtension } from '@tiptap/core';
import { Node } from '@tiptap/core';

/**
 * Draws a footnote as two things: its number where it is referred to, and its words, which the look puts in the margin or
 * in a block. Both numbers are the same CSS counter, so that none is stored and none can be wrong.
 */
export function withFootnoteView(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'fotnot'
      ? extension.extend({ addNodeView: () => drawFootnote })
      : extension,
  );
}

function drawFootnote() {
  const dom = document.createElement('span');
  dom.className = 'fotnot';
  const reference = document.createElement('sup');
  reference.className = 'fotnot-nummer';
  reference.contentEditable = 'false';
  const contentDOM = document.createElement('span');
  contentDOM.setAttribute('data-fotnot', '');
  contentDOM.setAttribute('role', 'note');
  // Without something between them, the place behind the note and the one behind its last letter are the same to ProseMirror,
  // and what is written behind the note goes into it.
  const edge = document.createElement('span');
  edge.contentEditable = 'false';
  dom.append(reference, contentDOM, edge);
  return { dom, contentDOM };
}
