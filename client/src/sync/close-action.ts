import { CLOSE } from '@samskrift/shared';
import type { End } from './status.ts';

/** What a client does when the server has closed its socket: try again, or stop and say why. */
export type CloseAction = { readonly type: 'reconnect' } | { readonly type: 'end'; readonly end: End };

const ENDS: ReadonlyMap<number, End> = new Map([
  [CLOSE.unauthenticated, 'loggedOut'],
  [CLOSE.notFound, 'gone'],
  [CLOSE.schemaVersion, 'newVersion'],
  [CLOSE.tooMany, 'tooManyTabs'],
  [CLOSE.malformed, 'refusedText'],
  [CLOSE.messageTooBig, 'refusedText'],
]);

/**
 * Codes that a new connection cannot mend end the session. `readOnly` and `sealed` reconnect, as readers: the new socket
 * learns the right and the seal from the server's first messages.
 */
export function closeAction(code: number): CloseAction {
  const end = ENDS.get(code);
  return end === undefined ? { type: 'reconnect' } : { type: 'end', end };
}
