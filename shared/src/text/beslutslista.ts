import { Node } from '@tiptap/core';
import { startattribut } from './varde.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    beslutslista: {
      /** Makes the selected blocks a list of decision points, or plain text again. */
      toggleBeslutslista: () => ReturnType;
    };
  }
}

/** The points of a decision. Numbered from `start` in every list; two lists that follow each other stay two. */
export const Beslutslista = Node.create({
  name: 'beslutslista',
  group: 'block list',
  content: 'beslutssats*',
  addAttributes() {
    return {
      start: {
        ...startattribut,
        renderHTML: (attributes) => (attributes.start === 1 ? {} : { start: Number(attributes.start) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'ol[data-beslutslista]', priority: 60 }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['ol', { 'data-beslutslista': '', ...HTMLAttributes }, 0];
  },
  addCommands() {
    return {
      toggleBeslutslista:
        () =>
        ({ commands }) =>
          commands.toggleList(this.name, 'beslutssats'),
    };
  },
});

/** One point of a decision («Nämnden godkänner …», «Att därutöver anföra»). */
export const Beslutssats = Node.create({
  name: 'beslutssats',
  content: 'block*',
  defining: true,
  parseHTML() {
    return [
      { tag: 'li[data-beslutssats]', priority: 60 },
      { tag: 'li', context: 'beslutslista/', priority: 55 },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['li', { 'data-beslutssats': '', ...HTMLAttributes }, 0];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});
