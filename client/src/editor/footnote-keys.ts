import { type Editor, Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Keeps a deletion within the footnote it is made in. A browser that takes the last letter out of one takes the footnote
 * with it, and one that takes a word or a line goes on over its edge.
 *
 * The arrows go into a footnote and out of it, Escape out of it, and End past one that ends its line: a browser stops before
 * the number, or goes on behind the first letter.
 */
export const FootnoteKeys = Extension.create({
  name: 'footnoteKeys',
  addKeyboardShortcuts() {
    return {
      ArrowRight: ({ editor }) => overEdge(editor, 1),
      ArrowLeft: ({ editor }) => overEdge(editor, -1),
      Backspace: ({ editor }) => lastBehind(editor),
      Escape: ({ editor }) => leave(editor),
      End: ({ editor }) => toEnd(editor, false),
      'Shift-End': ({ editor }) => toEnd(editor, true),
    };
  },
  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleDOMEvents: { beforeinput: deleteWithin } } })];
  },
});

function deleteWithin(view: EditorView, event: InputEvent): boolean {
  const { $from, $to } = view.state.selection;
  if (!/^delete(?!By|Composition)/.test(event.inputType) || !event.cancelable) return false;
  if ($from.parent.type.name !== 'fotnot' || !$from.sameParent($to)) return false;
  const [range] = event.getTargetRanges();
  if (range === undefined) return false;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  const [start, end] = [$from.start(), $from.end()];
  if (from >= start && to <= end && to - from < end - start) return false;
  event.preventDefault();
  const [first, last] = [Math.max(from, start), Math.min(to, end)];
  if (first < last) view.dispatch(view.state.tr.delete(first, last).scrollIntoView());
  return true;
}

function overEdge(editor: Editor, by: 1 | -1): boolean {
  const { $head, empty } = editor.state.selection;
  const beside = by > 0 ? $head.nodeAfter : $head.nodeBefore;
  const edge = by > 0 ? $head.end() : $head.start();
  const within = $head.parent.type.name === 'fotnot';
  if (!empty || !(within ? $head.pos === edge : beside?.type.name === 'fotnot')) return false;
  return put(editor, $head.pos + by);
}

/** The last letter behind a footnote: a browser that takes it away goes on in the footnote. */
function lastBehind({ view }: Editor): boolean {
  const { $head, empty } = view.state.selection;
  const { nodeBefore } = $head;
  if (!empty || nodeBefore?.isText !== true || nodeBefore.nodeSize !== 1) return false;
  if (view.state.doc.resolve($head.pos - 1).nodeBefore?.type.name !== 'fotnot') return false;
  view.dispatch(view.state.tr.delete($head.pos - 1, $head.pos).scrollIntoView());
  return true;
}

function leave(editor: Editor): boolean {
  const { $head } = editor.state.selection;
  return $head.parent.type.name === 'fotnot' && put(editor, $head.after());
}

function toEnd(editor: Editor, extend: boolean): boolean {
  const { $head, anchor } = editor.state.selection;
  const last = $head.parent.lastChild;
  if (!$head.parent.isTextblock || last?.type.name !== 'fotnot') return false;
  const { view } = editor;
  const here = view.coordsAtPos($head.pos);
  // The number, not the words of the note, which may stand in the margin.
  const number = view.coordsAtPos($head.end() - last.nodeSize, -1);
  if (here.bottom <= number.top || here.top >= number.bottom) return false;
  return put(editor, $head.end(), extend ? anchor : undefined);
}

function put({ view }: Editor, head: number, anchor = head): boolean {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor, head)).scrollIntoView());
  return true;
}
