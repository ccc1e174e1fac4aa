import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Keeps a deletion within the footnote it is made in. A browser that takes the last letter out of one takes the footnote
 * with it, and one that takes a word or a line goes on over its edge.
 */
export const FootnoteKeys = Extension.create({
  name: 'footnoteKeys',
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
