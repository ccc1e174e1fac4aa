import { commands, Extension } from '@tiptap/core';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import type { HandlingSession } from '../sync/session.ts';

/** On the paragraph or heading with the caret (text.css). */
const WITH_CARET = 'med-markor';

/**
 * What a person does holds before they do the next thing, however late the browser draws:
 *
 * 1. a tool gives the text its focus before it returns. Tiptap waits for the next frame: letters typed until then would go
 *    to the tool, where a space presses it again, and the frame would take the focus from wherever it has gone since;
 * 2. a key acts where the browser's caret is. Chromium tells of a caret that was moved by a click or a key in the next
 *    frame; Enter typed until then would split the paragraph where the caret was before, and words or a caret of somebody
 *    else's in the same paragraph would put it back there: so it is read before either is drawn;
 * 3. the paragraph with the caret has been laid out. One that may be left out while it is off the screen is left out until
 *    the next frame when it is new, and Chromium leaves the caret before the first letter that is typed in it.
 */
export const AtOnce = Extension.create<{ beforeMessage: HandlingSession['beforeMessage'] }>({
  name: 'atOnce',
  addOptions: () => ({ beforeMessage: () => () => undefined }),
  // After Tiptap's own commands (100): the last of two with one name is the one that is called.
  priority: 99,
  addCommands() {
    return {
      focus: (position, options) => (props) => {
        const { view, tr, dispatch } = props;
        if (dispatch !== undefined && position !== false && !view.isDestroyed && !view.hasFocus()) {
          view.focus();
          if (options?.scrollIntoView !== false) tr.scrollIntoView();
        }
        return commands.focus(position, options)(props);
      },
    };
  },
  // The carets of others are drawn a turn after the message that moved them, and after one's own.
  dispatchTransaction({ transaction, next }) {
    const carets: unknown = transaction.getMeta(yCursorPluginKey);
    // That turn may come after the page has been left.
    if (carets === undefined || this.editor.isDestroyed) {
      next(transaction);
      return;
    }
    const { view } = this.editor;
    readNow(view);
    next(view.state.tr.setMeta(yCursorPluginKey, carets));
  },
  addProseMirrorPlugins() {
    const { beforeMessage } = this.options;
    return [
      new Plugin<DecorationSet>({
        view: (view) => ({ destroy: beforeMessage(() => readNow(view)) }),
        state: {
          init: (_config, state) => withCaret(state),
          apply: (tr, before) => (tr.docChanged || tr.selectionSet ? withCaret(tr) : before),
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
          handleDOMEvents: {
            mousedown: readSoon,
            mouseup: readNow,
            keydown: readNow,
          },
        },
      }),
    ];
  },
});

function withCaret({ doc, selection: { $head } }: EditorState | Transaction): DecorationSet {
  if (!$head.parent.isTextblock) return DecorationSet.empty;
  return DecorationSet.create(doc, [Decoration.node($head.before(), $head.after(), { class: WITH_CARET })]);
}

/** Lets the view read the caret as if the browser had told of it. */
function readNow({ dom, composing }: EditorView): void {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** After the browser has put the caret where the click was: the view sets its own 20 ms after it got the focus. */
function readSoon(view: EditorView): void {
  setTimeout(() => {
    if (!view.isDestroyed) readNow(view);
  });
}
