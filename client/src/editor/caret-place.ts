import { TEXT_FRAGMENT } from '@samskrift/shared';

/** Whether an awareness state that came over the wire has a caret, in the words that Yjs has for a place in a text. */
export function hasCaret(state: unknown): boolean {
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
