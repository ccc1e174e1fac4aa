import { nodesFromFragment, type Read } from '@samskrift/shared';
import { Extension, type JSONContent } from '@tiptap/core';
import { type Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { passOverMisfits } from './foreign.ts';
import { afterLoss, type CaretPlace, caretPlace } from './lost-place.ts';

type Mapping = ProsemirrorBinding['mapping'];

/**
 * The binding's memory of which Yjs type is which ProseMirror node. y-tiptap empties it at every remote change and builds
 * the whole document anew; the types that changed, and those around them, have already been removed by then, so what is
 * left is right, and keeping it makes a remote keystroke cost what changed and not the length of the text.
 */
class KeptMapping extends Map<unknown, unknown> {
  /** Called between y-tiptap's forgetting and its reading. */
  beforeReading: () => void = () => undefined;

  override clear(): void {
    // Nothing is removed, on purpose: see above.
    this.beforeReading();
  }
}

/** @returns the mapping to give both to Binding and to Collaboration's `ySyncOptions`. */
export function keptMapping(): KeptMapping & Mapping {
  return new KeptMapping() as KeptMapping & Mapping;
}

/**
 * Mends y-tiptap's binding for a long text in nested avsnitt:
 *
 * 1. the text is in the editor's first state, so that opening renders once and writes nothing;
 * 2. a remote change becomes a step over what differs, so that decorations and the screen keep everything else;
 * 3. the caret follows its Yjs position; y-tiptap would rather match whole top-level blocks, which in an avsnitt that
 *    somebody else also writes in puts the caret in the wrong place, and where its place is gone too goes to what was beside it (lost-place.ts);
 * 4. a remote change never scrolls, nor measures the page to find out whether it should;
 * 5. what a foreign client has put where the schema has no place for it is passed over (foreign.ts). The next person who
 *    writes beside it removes it: y-tiptap makes the fragment what that person sees;
 * 6. only a change of the text is written. y-tiptap compares at every move of a caret too, and would then remove for
 *    everybody what it does not show.
 */
export const Binding = Extension.create<{
  fragment: Y.XmlFragment | null;
  mapping: ReturnType<typeof keptMapping> | null;
}>({
  name: 'binding',
  // Before Collaboration (1000): its binding must be mended before it starts to listen.
  priority: 1001,
  addOptions: () => ({ fragment: null, mapping: null }),
  onBeforeCreate() {
    const { fragment, mapping } = this.options;
    if (fragment === null || mapping === null) throw new RangeError('Binding needs a fragment and a mapping');
    const top = this.editor.schema.topNodeType;
    const known: Read = (type, node) => mapping.set(type, node as Node);
    const first = top.create(null, nodesFromFragment(fragment, this.editor.schema, known));
    mapping.beforeReading = () => passOverMisfits(fragment, top, mapping, known);
    mapping.beforeReading();
    // Tiptap takes a node as it is, though the option is typed as JSON; a copy would not be the nodes of the mapping.
    this.editor.options.content = first as unknown as JSONContent;
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: (view) => ({ update: mend(view, ySyncPluginKey.getState(view.state).binding) }),
      }),
    ];
  },
});

type Selection = ProsemirrorBinding['beforeTransactionSelection'] | null;

/** @returns what is to be called after each change of what the editor shows. */
function mend(view: EditorView, binding: ProsemirrorBinding): () => void {
  let selection: Selection = null;
  let place: CaretPlace | null = null;
  let written = view.state.doc;
  const write = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc) => {
    if (doc === written) return;
    written = doc;
    write(doc);
  };
  Object.defineProperties(binding, {
    _tr: {
      get: () => replacingOnlyTheDifference(view.state.tr.setMeta('addToHistory', false), binding, () => place),
    },
    beforeTransactionSelection: {
      get: () => selection,
      set: (now: Selection) => {
        selection = now === null ? null : { ...now, absAnchor: null as never, absHead: null as never };
        // What undo gives is where the caret stood then.
        const caret = now?.type === 'text' && now.absHead === view.state.selection.head ? now.head : null;
        place = caret === null ? null : caretPlace(caret, view.state, binding.doc);
      },
    },
  });
  binding._isLocalCursorInView = () => false;
  return () => {
    if (ySyncPluginKey.getState(view.state).isChangeOrigin === true) written = view.state.doc;
  };
}

function replacingOnlyTheDifference(
  tr: Transaction,
  binding: ProsemirrorBinding,
  caret: () => CaretPlace | null,
): Transaction {
  const replace = tr.replace.bind(tr);
  tr.replace = (from, to, slice = Slice.empty) => {
    const whole = from === 0 && to === tr.doc.content.size;
    const step = whole ? differenceStep(tr.doc, slice.content) : undefined;
    if (step === null) return tr;
    if (step === undefined || tr.maybeStep(step).failed !== null) replace(from, to, slice);
    else adopt(binding.mapping, binding.type, tr.doc);
    const place = caret();
    const moved = place === null ? null : afterLoss(place, tr.doc, binding);
    if (moved !== null) {
      tr.setSelection(TextSelection.near(tr.doc.resolve(moved)));
      // y-tiptap's own answer, which comes now, is as likely the end of the whole text.
      tr.setSelection = () => tr;
    }
    return tr;
  };
  return tr;
}

/** @returns the step from one text to the other, null when they are the same. */
function differenceStep(before: Node, after: Fragment): ReplaceStep | null {
  const start = before.content.findDiffStart(after);
  const end = before.content.findDiffEnd(after);
  if (start === null || end === null) return null;
  // Where the same characters stand on both sides of a change, its start and end cross.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = before.type.create(null, after).slice(start, end.b + overlap);
  return new ReplaceStep(start, end.a + overlap, slice);
}

/**
 * A step copies the nodes around what it changes; the mapping must name the copies, or the next keystroke would compare
 * the whole avsnitt word by word.
 */
function adopt(mapping: Mapping, type: Y.XmlFragment, node: Node): void {
  let index = 0;
  for (const child of type.toArray()) {
    if (!(child instanceof Y.XmlElement)) {
      while (index < node.childCount && node.child(index).isText) index++;
      continue;
    }
    if (mapping.get(child) === null) continue;
    const copy = node.maybeChild(index++);
    if (copy === null || copy === undefined || copy.type.name !== child.nodeName) return;
    if (mapping.get(child) === copy) continue;
    mapping.set(child, copy);
    adopt(mapping, child, copy);
  }
}
