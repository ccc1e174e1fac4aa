import type { Db } from '../db/open.ts';
import { rattHandling } from '../handlingar/ratt-handling.ts';
import type { Gate } from '../sync/gate.ts';
import type { Sessions } from './sessions.ts';

/** What the rooms may ask of accounts and handlingar. */
export function createGate(db: Db, sessions: Sessions): Gate {
  return {
    participant: (cookie) => sessions.participant(cookie),
    again: (participant) => sessions.again(participant),
    handling: (id) => rattHandling(db, id),
  };
}
