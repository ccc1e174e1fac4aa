import { Extension } from '@tiptap/core';
import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/** What is copied, for programs that take only plain text. */
export const PlainCopy = Extension.create({
  name: 'plainCopy',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { clipboardTextSerializer: plainCopy } })];
  },
});

/** An empty line between paragraphs; a line for each point and each row, its cells parted by tabs; a note within [ ]. */
function plainCopy(slice: Slice): string {
  const content = withinNote(slice) ?? slice.content;
  return content.firstChild?.isInline === true ? words(content) : blocks(content).join('\n\n');
}

/** What is copied from within one note is no note. */
function withinNote({ content, openStart, openEnd }: Slice): Fragment | null {
  let inner = content;
  for (let depth = Math.min(openStart, openEnd); depth > 0; depth--) {
    const only = inner.childCount === 1 ? inner.firstChild : null;
    if (only === null) return null;
    inner = only.content;
    if (only.type.name === 'fotnot') return inner;
  }
  return null;
}

function blocks(content: Fragment): readonly string[] {
  return content.content.flatMap((node) => {
    if (node.isTextblock) return words(node.content);
    if (node.type.name === 'table' || node.type.isInGroup('list')) return lines(node).join('\n');
    return node.type.name === 'tableRow' ? row(node) : blocks(node.content);
  });
}

function lines(node: Node): readonly string[] {
  if (node.isTextblock) return [words(node.content)];
  if (node.type.name === 'tableRow') return [row(node)];
  return node.content.content.flatMap(lines);
}

function row(node: Node): string {
  return node.content.content.map((cell) => lines(cell).join(' ').replaceAll(/\s+/g, ' ')).join('\t');
}

function words(content: Fragment): string {
  let text = '';
  content.forEach((node) => {
    if (node.type.name === 'fotnot') text += note(text, words(node.content));
    else text += node.type.name === 'hardBreak' ? '\n' : (node.text ?? '');
  });
  return text;
}

function note(before: string, text: string): string {
  if (text.trim() === '') return '';
  return `${before === '' || /\s$/.test(before) ? '' : ' '}[${text.trim()}]`;
}
