import type { HandlingId, RattHandling, RattPerson } from '@samskrift/shared';

/** A person as the rooms know them: rights, the name others see at the caret, and the session the socket hangs on. */
export interface Participant extends RattPerson {
  readonly namn: string;
  /** Sets up nämnder and persons; gives no right to any handling. */
  readonly administrator: boolean;
  readonly sessionId: string;
  /** Milliseconds since 1970; the session may have been prolonged since. */
  readonly sessionEnds: number;
}

/** What the sync engine asks of the rest of the server, and all it knows of accounts and handlingar. */
export interface Gate {
  /** Who a request's `Cookie` header says it is; null without a valid session. */
  participant(cookie: string): Promise<Participant | null>;
  /** The person with the rights of now; null when the account or the session is gone. */
  again(participant: Participant): Promise<Participant | null>;
  /** What the right to a handling depends on; null if there is none. */
  handling(id: HandlingId): Promise<RattHandling | null>;
}
