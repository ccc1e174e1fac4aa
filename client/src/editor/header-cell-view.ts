import { type AnyExtension, Node } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';

/** Draws a table's header cell as an ordinary one while it is empty: a header that says nothing is announced for every cell. */
export function withHeaderCellView(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'tableHeader'
      ? extension.extend({
          addNodeView:
            () =>
            ({ node, HTMLAttributes }) =>
              drawHeaderCell(node, HTMLAttributes),
        })
      : extension,
  );
}

function drawHeaderCell(drawn: TextNode, attributes: Readonly<Record<string, unknown>>) {
  const dom = document.createElement('th');
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, String(value));
  const show = (node: TextNode) => {
    if (node.textContent.trim() === '') dom.setAttribute('role', 'cell');
    else dom.removeAttribute('role');
  };
  show(drawn);
  return {
    dom,
    contentDOM: dom,
    update: (node: TextNode) => {
      if (!node.sameMarkup(drawn)) return false;
      show(node);
      return true;
    },
    // ProseMirror would take the role for something a person wrote, and draw the cell anew under the caret.
    ignoreMutation: (mutation: { readonly type: string; readonly target: globalThis.Node }) =>
      mutation.type === 'attributes' && mutation.target === dom,
  };
}
