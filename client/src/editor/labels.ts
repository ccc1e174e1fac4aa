import { type Avsnittstyp, isAvsnittstyp, lopandeText, MALLAR, rubrikmonster, type TextNod } from '@samskrift/shared';
import { type AnyExtension, Node } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { AVSNITTSNAMN } from './texter.ts';

/** The document model with what an avsnitt is, in words, on the element of one whose heading says something else. */
export function labelled(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) =>
    extension instanceof Node && extension.name === 'avsnitt'
      ? extension.extend({
          addNodeView:
            () =>
            ({ node, HTMLAttributes }) =>
              drawAvsnitt(node, HTMLAttributes),
        })
      : extension,
  );
}

function drawAvsnitt(drawn: TextNode, attributes: Readonly<Record<string, unknown>>) {
  const dom = document.createElement('section');
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, String(value));
  let heading: TextNode | null | undefined;
  const show = (node: TextNode) => {
    if (node.firstChild === heading) return;
    heading = node.firstChild;
    const label = labelOf(node);
    if (label === null) dom.removeAttribute('data-etikett');
    else dom.setAttribute('data-etikett', label);
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
    // ProseMirror would take the label for something a person wrote, and draw the avsnitt anew under the caret.
    ignoreMutation: (mutation: { readonly type: string; readonly target: globalThis.Node }) =>
      mutation.type === 'attributes' && mutation.target === dom,
  };
}

/** What an avsnitt is, if its heading does not say so: null under a name that it has of itself or in a mall. */
function labelOf({ attrs, firstChild }: TextNode): string | null {
  const typ: unknown = attrs.typ;
  if (!isAvsnittstyp(typ)) return null;
  const heading = firstChild?.type.name === 'avsnittsrubrik' ? lopandeText(firstChild.toJSON() as TextNod).trim() : '';
  return USUAL[typ].some((name) => name.test(heading)) ? null : AVSNITTSNAMN[typ];
}

const USUAL = usualNames();

function usualNames(): Readonly<Record<Avsnittstyp, readonly RegExp[]>> {
  const names = Object.entries(AVSNITTSNAMN).map(([typ, name]) => {
    const inMallar = MALLAR.flatMap(({ avsnitt }) => avsnitt.filter((one) => one.typ === typ));
    return [typ, [name, ...inMallar.flatMap(({ rubriker }) => rubriker)].map(rubrikmonster)];
  });
  return Object.fromEntries(names) as Record<Avsnittstyp, readonly RegExp[]>;
}
