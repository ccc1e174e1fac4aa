import { sammanhallna } from '@samskrift/shared';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { changedRanges } from './changed-ranges.ts';

/** Keeps law and diarienummer references on one line. Only the paragraphs a change touches are read again. */
export const KeepTogether = Extension.create({
  name: 'keepTogether',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_config, { doc }) => DecorationSet.create(doc, references(doc, 0, doc.content.size)),
          apply: (tr, before) => (tr.docChanged ? again(tr, before) : before),
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});

function again(tr: Transaction, before: DecorationSet): DecorationSet {
  let marks = before.map(tr.mapping, tr.doc);
  for (const { from, to } of changedRanges(tr)) {
    const stale = marks.find(from, to).filter((mark) => mark.from < to && mark.to > from);
    marks = marks.remove(stale).add(tr.doc, references(tr.doc, from, to));
  }
  return marks;
}

function references(doc: Node, from: number, to: number): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    node.forEach((child, offset) => {
      if (!child.isText) return;
      const start = pos + 1 + offset;
      for (const part of sammanhallna(child.text ?? '')) {
        marks.push(Decoration.inline(start + part.from, start + part.to, { class: 'hall-ihop' }));
      }
    });
    return false;
  });
  return marks;
}
