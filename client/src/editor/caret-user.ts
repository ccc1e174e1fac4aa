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

/** Where a caret is, as its browser tells it: the text it stands in, and where in it. Null when it is not in the text. */
export function caretPlace(state: unknown): { readonly block: string; readonly place: string } | null {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return null;
  const { cursor } = state;
  if (typeof cursor !== 'object' || cursor === null || !('head' in cursor)) return null;
  const { head } = cursor;
  if (typeof head !== 'object' || head === null) return null;
  return { block: JSON.stringify('type' in head ? head.type : null), place: JSON.stringify(head) };
}
