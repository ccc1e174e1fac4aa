import { TEXT_FRAGMENT } from '@samskrift/shared';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { personColour } from './colours.ts';

/** Who a caret belongs to, as the server has written it into the awareness state. */
export interface CaretUser {
  readonly id: string;
  readonly name: string;
}

/** Reads the user of an awareness state that came over the wire. */
export function caretUser(state: unknown): CaretUser | null {
  if (typeof state !== 'object' || state === null || !('user' in state)) return null;
  const { user } = state;
  if (typeof user !== 'object' || user === null) return null;
  const id = 'id' in user && typeof user.id === 'string' ? user.id : null;
  const name = 'name' in user && typeof user.name === 'string' ? user.name : null;
  return id === null || name === null ? null : { id, name };
}

/** Other people's carets and selections. The colour comes from who the person is, not from what their browser says. */
export function carets(awareness: Awareness, user: CaretUser) {
  return CollaborationCaret.extend({
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? [];
      // The extension has no option for which carets are drawn, and one that is none makes every open editor throw.
      return [...plugins.filter((plugin) => plugin.spec.key !== yCursorPluginKey), cursorPlugin(awareness)];
    },
  }).configure({ provider: { awareness }, user: { ...user, color: personColour(user.id) } });
}

function cursorPlugin(awareness: Awareness): Plugin {
  return yCursorPlugin(awareness, {
    awarenessStateFilter: (own: number, client: number, state: unknown) =>
      own !== client && caretUser(state) !== null && hasCaret(state),
    cursorBuilder: (shown: unknown) => drawCaret(caretUser({ user: shown }) ?? { id: '', name: '' }),
    selectionBuilder: (shown: unknown) => ({
      class: 'andras-markering',
      style: `--person: ${personColour(caretUser({ user: shown })?.id ?? '')}`,
    }),
  });
}

/** Whether an awareness state that came over the wire has a caret, in the words that Yjs has for a place in a text. */
function hasCaret(state: unknown): boolean {
  const cursor = isRecord(state) ? state.cursor : null;
  return isRecord(cursor) && isPlace(cursor.anchor) && isPlace(cursor.head);
}

function isPlace(place: unknown): boolean {
  if (!isRecord(place)) return false;
  const { item = null, type = null, tname = null, assoc = 0 } = place;
  if (typeof assoc !== 'number' || (item === null && type === null && tname === null)) return false;
  return [item, type].every((id) => id === null || isId(id)) && (tname === null || tname === TEXT_FRAGMENT);
}

function isId(id: unknown): boolean {
  return isRecord(id) && [id.client, id.clock].every((part) => Number.isSafeInteger(part) && Number(part) >= 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function drawCaret({ id, name }: CaretUser): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'andras-markor';
  caret.style.setProperty('--person', personColour(id));
  caret.dataset.person = id;
  const label = document.createElement('span');
  label.className = 'andras-namn';
  label.textContent = name;
  caret.append(label);
  return caret;
}
