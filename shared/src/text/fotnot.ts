import { Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    fotnot: {
      /** Puts an empty footnote at the caret and the caret in it. */
      insertFotnot: () => ReturnType;
    };
  }
}

/**
 * A footnote stands as an inline node at its own reference, so that it can never be parted from it, whatever is moved,
 * excerpted or merged (domain R35). Its number is a CSS counter: no number is stored.
 */
export const Fotnot = Node.create({
  name: 'fotnot',
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  isolating: true,
  parseHTML() {
    return [{ tag: 'span[data-fotnot]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { 'data-fotnot': '', role: 'note', ...HTMLAttributes }, 0];
  },
  addCommands() {
    return {
      insertFotnot:
        () =>
        ({ chain, state }) => {
          const { $from, to } = state.selection;
          if ($from.parent.type.name === this.name || !$from.parent.inlineContent) return false;
          return chain()
            .insertContentAt(to, { type: this.name })
            .setTextSelection(to + 1)
            .run();
        },
    };
  },
});
