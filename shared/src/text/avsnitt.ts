import { Node } from '@tiptap/core';

/**
 * A typed part of a handling. Its heading is its first child, so that it is co-edited like any text; nothing demands it,
 * because an avsnitt whose heading was lost in a merge would be deleted for everybody. A heading further down is a
 * subject heading of the author's own.
 */
export const Avsnitt = Node.create({
  name: 'avsnitt',
  content: '(block | avsnittsrubrik)*',
  defining: true,
  isolating: true,
  addAttributes() {
    return {
      typ: {
        default: 'eget',
        validate: 'string',
        parseHTML: (element) => element.getAttribute('data-typ') ?? 'eget',
        renderHTML: (attributes) => ({ 'data-typ': String(attributes.typ) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'section[data-typ]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['section', HTMLAttributes, 0];
  },
});

/** The heading of an avsnitt: ordinary text, renamable. */
export const Avsnittsrubrik = Node.create({
  name: 'avsnittsrubrik',
  content: 'inline*',
  defining: true,
  parseHTML() {
    return ['h2', 'h1', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag }));
  },
  renderHTML({ HTMLAttributes }) {
    return ['h2', HTMLAttributes, 0];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () =>
        this.editor.isActive(this.name) && this.editor.chain().splitBlock().setNode('paragraph').scrollIntoView().run(),
    };
  },
});
