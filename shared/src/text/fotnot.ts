import { isiOS, isMacOS, Node } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

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
  // Left to the browser, a deletion over the edge of a footnote joins it with the sentence around it.
  addKeyboardShortcuts() {
    const atStart = () => standsAt(this.editor.state, this.name, 0);
    const atEnd = () => standsAt(this.editor.state, this.name, this.editor.state.selection.$from.parent.content.size);
    const apple = isiOS() || isMacOS();
    return {
      ...bound(['Backspace', 'Mod-Backspace', 'Shift-Backspace', ...(apple ? APPLE_BACK : [])], atStart),
      ...bound(['Delete', 'Mod-Delete', ...(apple ? APPLE_FORWARD : [])], atEnd),
    };
  },
});

const APPLE_BACK = ['Ctrl-h', 'Alt-Backspace'];
const APPLE_FORWARD = ['Ctrl-d', 'Ctrl-k', 'Ctrl-Alt-Backspace', 'Alt-Delete', 'Alt-d'];

function standsAt({ selection }: EditorState, type: string, offset: number): boolean {
  return selection.empty && selection.$from.parent.type.name === type && selection.$from.parentOffset === offset;
}

const bound = (keys: readonly string[], answer: () => boolean): Record<string, () => boolean> =>
  Object.fromEntries(keys.map((key) => [key, answer]));
