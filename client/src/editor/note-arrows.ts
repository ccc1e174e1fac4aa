import { Extension } from '@tiptap/core';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { closestInLine, lineBeside } from './text-lines.ts';

type Way = 'up' | 'down';

const WAYS: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down' };

/**
 * Takes the caret between the lines of a sentence past its notes, and out of a note to its mark. Left to the browser, which
 * takes lines in the order they are written, it goes from what stands after a mark into the note and back again.
 */
export const NoteArrows = Extension.create({
  name: 'noteArrows',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleKeyDown: move } })];
  },
});

function move(view: EditorView, event: KeyboardEvent): boolean {
  const way = WAYS[event.key];
  const { selection, doc, tr } = view.state;
  if (way === undefined || !selection.empty || !(selection instanceof TextSelection)) return false;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
  const place = selection.$head.parent.type.name === 'fotnot' ? outOfNote(view, way) : pastNotes(view, way);
  if (place === null) return false;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place))).scrollIntoView());
  return true;
}

/** @returns the place of the mark, or null while there are more lines in the note. */
function outOfNote(view: EditorView, way: Way): number | null {
  const { $head } = view.state.selection;
  const note = view.domAtPos($head.start()).node;
  const box = (note instanceof Element ? note : note.parentElement)?.closest('[data-fotnot]')?.getBoundingClientRect();
  if (box === undefined) return null;
  const caret = view.coordsAtPos($head.pos);
  const room = way === 'up' ? caret.top - box.top : box.bottom - caret.bottom;
  if (room > caret.bottom - caret.top) return null;
  return way === 'up' ? $head.before() : $head.after();
}

/** @returns the place in the next line, or null where no note is in the way. */
function pastNotes(view: EditorView, way: Way): number | null {
  const { doc, selection } = view.state;
  const { $head } = selection;
  const [from, to] = way === 'up' ? [$head.start(), $head.pos] : [$head.pos, $head.end()];
  let inTheWay = false;
  doc.nodesBetween(from, to, ({ type }) => {
    inTheWay ||= type.name === 'fotnot';
  });
  if (!inTheWay) return null;
  const caret = view.coordsAtPos($head.pos);
  const here = lineBeside(view.nodeDOM($head.before()), way, caret);
  if (here !== null) return placeOf(view, closestInLine(here, caret.left));
  const beside = doc.resolve(way === 'up' ? $head.before() : $head.after());
  const next = Selection.findFrom(beside, way === 'up' ? -1 : 1, true);
  if (next === null) return null;
  const line = lineBeside(view.nodeDOM(next.$head.before()), way, null);
  return line === null ? next.head : placeOf(view, closestInLine(line, caret.left));
}

function placeOf(view: EditorView, { node, offset }: { readonly node: Text; readonly offset: number }): number {
  return view.posAtDOM(node, offset);
}
