import { arSakerLank, arSkrivenLank } from '@samskrift/shared';
import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { find } from 'linkifyjs';

/**
 * Makes a link of an address when somebody has written it and goes on: a space, a line or a paragraph after it. In the text
 * and in footnotes; what others write is theirs to link.
 */
export const Autolink = Extension.create({
  name: 'autolink',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, before, now) => {
          const written = transactions.some(({ docChanged }) => docChanged);
          const others = transactions.some((tr) => tr.getMeta(ySyncPluginKey) !== undefined);
          if (!written || others || now.doc.content.size <= before.doc.content.size) return null;
          const end = endOfWord(now);
          return end === null ? null : linked(now, end);
        },
      }),
    ];
  },
});

/** The place behind the word that has just been left. */
function endOfWord({ doc, selection }: EditorState): ResolvedPos | null {
  const { $head, empty } = selection;
  if (!empty) return null;
  if ($head.nodeBefore?.type.name === 'hardBreak') return doc.resolve($head.pos - 1);
  if (/\s$/.test($head.nodeBefore?.text ?? '')) return doc.resolve($head.pos - 1);
  if ($head.parentOffset > 0 || $head.depth === 0 || $head.parent.type.name === 'fotnot') return null;
  return Selection.findFrom(doc.resolve($head.before()), -1, true)?.$head ?? null;
}

function linked({ doc, schema, tr }: EditorState, end: ResolvedPos) {
  const { link } = schema.marks;
  const word = wordBefore(end);
  const start = end.pos - word.length;
  const [found, more] = find(word, { defaultProtocol: 'https' });
  if (link === undefined || found === undefined || more !== undefined) return null;
  const { value, href } = found;
  const [from, to] = [start + found.start, start + found.end];
  if (!arSkrivenLank(value) || !arSakerLank(href) || doc.rangeHasMark(from, to, link)) return null;
  return tr.addMark(from, to, link.create({ href }));
}

/** The letters up to the place since the last space, footnote or line, each of which is one place in the text. */
function wordBefore({ parent, parentOffset }: ResolvedPos): string {
  let words = '';
  parent.nodesBetween(0, parentOffset, (node, pos) => {
    words = node.isText ? words + (node.text ?? '').slice(0, parentOffset - pos) : '';
    return false;
  });
  return /\S*$/.exec(words)?.[0] ?? '';
}
