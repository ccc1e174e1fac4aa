import { isAvsnittstyp } from '@samskrift/shared';
import { type AnyExtension, Node } from '@tiptap/core';
import { AVSNITTSNAMN } from './texter.ts';

/** The document model with what an avsnitt is, in words, on its element: the look shows it beside a renamed heading. */
export function labelled(extensions: readonly AnyExtension[]): AnyExtension[] {
  return extensions.map((extension) => {
    if (!(extension instanceof Node) || extension.name !== 'avsnitt') return extension;
    return extension.extend({
      renderHTML({ node, HTMLAttributes }) {
        const typ: unknown = node.attrs.typ;
        return ['section', { ...HTMLAttributes, 'data-etikett': isAvsnittstyp(typ) ? AVSNITTSNAMN[typ] : '' }, 0];
      },
    });
  });
}
