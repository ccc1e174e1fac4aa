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
      Enter: () => {
        const { $from, $to, empty } = this.editor.state.selection;
        const { paragraph } = this.editor.schema.nodes;
        if ($from.parent.type !== this.type || !$from.sameParent($to) || paragraph === undefined) return false;
        // Before its first letter a split would push the rubrik out of its place at the top of the avsnitt.
        if (empty && $from.parentOffset === 0 && $from.parent.content.size > 0) return true;
        return this.editor.commands.command(({ tr }) => {
          tr.deleteSelection()
            .split($from.pos, 1, [{ type: paragraph }])
            .scrollIntoView();
          return true;
        });
      },
    };
  },
});
