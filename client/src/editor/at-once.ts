import { commands, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * What a person does holds before they do the next thing, however late the browser draws:
 *
 * 1. a tool gives the text its focus before it returns. Tiptap waits for the next frame: letters typed until then would go
 *    to the tool, where a space presses it again, and the frame would take the focus from wherever it has gone since;
 * 2. a key acts where the browser's caret is. Chromium tells of a caret that was moved by a click or a key in the next
 *    frame; Enter typed until then would split the paragraph where the caret was before, and a change by somebody else
 *    would put the caret back there.
 */
export const AtOnce = Extension.create({
  name: 'atOnce',
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
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            mousedown: readSoon,
            mouseup: readNow,
            keydown: (view) => {
              readNow(view);
              readSoon(view);
            },
          },
        },
      }),
    ];
  },
});

/** Lets the view read the caret as if the browser had told of it. */
function readNow({ dom, composing }: EditorView): void {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** After the browser has done what the key or the click does. */
function readSoon(view: EditorView): void {
  setTimeout(() => {
    if (!view.isDestroyed) readNow(view);
  });
}
