import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
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
  return CollaborationCaret.configure({
    provider: { awareness },
    user: { ...user, color: personColour(user.id) },
    render: (shown) => drawCaret(caretUser({ user: shown }) ?? { id: '', name: '' }),
    selectionRender: (shown) => ({
      class: 'andras-markering',
      style: `--person: ${personColour(caretUser({ user: shown })?.id ?? '')}`,
    }),
  });
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
