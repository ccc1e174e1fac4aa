import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { CaretNames } from './caret-names.ts';
import { hasCaret } from './caret-place.ts';
import { type CaretUser, caretUser } from './caret-user.ts';
import { personColour } from './colours.ts';
import { FOLLOW_EVENT } from './follow.ts';

/** Other people's carets and selections. The colour comes from who the person is, not from what their browser says. */
export function carets(awareness: Awareness, user: CaretUser) {
  const names = new CaretNames(awareness);
  return CollaborationCaret.extend({
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? [];
      return [
        // The extension has no option for which carets are drawn, and one that is none makes every open editor throw.
        ...plugins.filter((plugin) => plugin.spec.key !== yCursorPluginKey),
        cursorPlugin(awareness, names),
        new Plugin({ view: (view) => ({ destroy: showNames(view, names) }) }),
      ];
    },
  }).configure({ provider: { awareness }, user: { ...user, color: personColour(user.id) } });
}

function cursorPlugin(awareness: Awareness, names: CaretNames): Plugin {
  return yCursorPlugin(awareness, {
    awarenessStateFilter: (own: number, client: number, state: unknown) =>
      own !== client && caretUser(state) !== null && hasCaret(state),
    cursorBuilder: (shown: unknown) => drawCaret(caretUser({ user: shown }) ?? { id: '', name: '' }, names),
    selectionBuilder: (shown: unknown) => ({
      class: 'andras-markering',
      style: `--person: ${personColour(caretUser({ user: shown })?.id ?? '')}`,
    }),
  });
}

/** Shows and hides the names at carets that are drawn, and goes to one when the list of who is here asks for it. */
function showNames(view: EditorView, names: CaretNames): () => void {
  const drawn = (personId: string) =>
    view.dom.querySelectorAll<HTMLElement>(`.andras-markor[data-person="${CSS.escape(personId)}"]`);
  const stop = names.watch((personId) => {
    for (const caret of drawn(personId)) setShown(caret, names.isShown(personId));
  });
  const listening = new AbortController();
  const go = (event: Event) => {
    if (!(event instanceof CustomEvent)) return;
    const personId = String(event.detail);
    drawn(personId).item(0)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    names.show(personId);
  };
  window.addEventListener(FOLLOW_EVENT, go, { signal: listening.signal });
  const point = (event: PointerEvent) => names.pointAt(flagAt(view, event));
  view.dom.addEventListener('pointermove', point, { signal: listening.signal });
  view.dom.addEventListener('pointerleave', () => names.pointAt(null), { signal: listening.signal });
  // A finger points at nothing before it presses, nor after.
  const press = (event: PointerEvent) => {
    const personId = flagAt(view, event);
    if (personId !== null) names.show(personId);
  };
  view.dom.addEventListener('pointerdown', press, { signal: listening.signal });
  return () => {
    stop();
    listening.abort();
  };
}

/**
 * Whose flag is at a point of the window, or close by: it is small. By measuring, since a caret lets the pointer through
 * to the words: Chromium puts the caret of who presses on an island in the text at the text's start.
 */
function flagAt(view: EditorView, { clientX, clientY }: PointerEvent): string | null {
  for (const caret of view.dom.querySelectorAll<HTMLElement>('.andras-markor')) {
    const { left, top, height } = caret.getBoundingClientRect();
    const right = clientX - left;
    const below = clientY - top;
    if (right > -height * 0.3 && right < height * 0.6 && below > -height * 0.4 && below < height * 0.2) {
      return caret.dataset.person ?? null;
    }
  }
  return null;
}

function drawCaret({ id, name }: CaretUser, names: CaretNames): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'andras-markor';
  caret.style.setProperty('--person', personColour(id));
  caret.dataset.person = id;
  const label = document.createElement('span');
  label.className = 'andras-namn';
  label.textContent = name;
  caret.append(label);
  setShown(caret, names.isShown(id));
  return caret;
}

function setShown(caret: HTMLElement, shown: boolean): void {
  caret.toggleAttribute('data-namn', shown);
  // Measured when it has its place: at the drawing it is not yet in the text.
  if (shown) requestAnimationFrame(() => turn(caret));
}

/** Turns a name that would stand out over the edge of the paper. */
function turn(caret: HTMLElement): void {
  const paper = caret.closest('.text');
  const label = caret.firstElementChild;
  if (paper === null || label === null) return;
  caret.removeAttribute('data-vand');
  caret.toggleAttribute('data-vand', label.getBoundingClientRect().right > paper.getBoundingClientRect().right);
}
