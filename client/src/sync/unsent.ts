import { openSession, type Person } from './open-session.ts';
import { openSealed } from './sealed-state.ts';
import type { HandlingSession } from './session.ts';

/** A session without an editor, which nobody sees: it sends what the browser's copy has, and hears whether it is saved. */
export function openUnsent(person: Person, handlingId: string): HandlingSession {
  const session = openSession(person, handlingId, null);
  session.awareness.setLocalState(null);
  return session;
}

/**
 * Whether a sealed handling's session has something that is not in the seal.
 * @throws ApiFel when the sealed text cannot be fetched
 */
export async function isLate(personId: string, handlingId: string, session: HandlingSession): Promise<boolean> {
  return (await openSealed(personId, handlingId, session)).merged !== null;
}

/**
 * Makes the copy, which nobody has open and which has nothing beyond the seal, one of the sealed text.
 * @throws ApiFel when the sealed text cannot be fetched
 */
export async function markSealed(personId: string, handlingId: string): Promise<void> {
  await openSealed(personId, handlingId, null);
}
