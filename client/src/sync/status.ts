import type { Ratt } from '@samskrift/shared';

/** What has ended a session for good; until something outside mends it the client does not connect again. */
export type End = 'loggedOut' | 'gone' | 'newVersion' | 'tooManyTabs' | 'refusedText';

/** What the session has seen. Events write these, `status` reads them; nothing else decides what the page says. */
export interface Facts {
  readonly socket: 'closed' | 'open';
  /** A connection has failed or been lost since the last time this document was in step with the server. */
  readonly lost: boolean;
  /** On this socket: the server's text is here, and ours has been offered to it (our step 2). */
  readonly synced: boolean;
  readonly offered: boolean;
  /** Sync messages this socket has sent, and how many of them the server has reported saved. */
  readonly sent: number;
  readonly saved: number;
  /** Nothing more has been reported saved for a time in which it should have been. */
  readonly stalled: boolean;
  /** Something was written here that has not yet been reported saved; survives a reload. */
  readonly dirty: boolean;
  readonly storageOk: boolean;
  readonly ratt: Ratt | null;
  readonly sealed: boolean;
  readonly tooBig: boolean;
  /** The browser keeps a copy of every keystroke. */
  readonly localCopy: boolean;
  /** All of the document, and the mark that it is unsaved, is in transactions that the browser has completed. */
  readonly kept: boolean;
  readonly end: End | null;
}

export type Status =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'offlineKeeping'
  | 'offlineUnkept'
  | 'offlineReading'
  | 'cannotSave'
  | 'tooBig'
  | 'locked'
  | 'reading'
  | End;

export const FIRST_FACTS: Facts = {
  socket: 'closed',
  lost: false,
  synced: false,
  offered: false,
  sent: 0,
  saved: 0,
  stalled: false,
  dirty: false,
  storageOk: true,
  ratt: null,
  sealed: false,
  tooBig: false,
  localCopy: false,
  kept: false,
  end: null,
};

/**
 * The one thing the page says about the text. `saved` is said only when the server has reported on disk everything this
 * browser holds: connected, in step, our own text offered, every message counted back. `offline` is said only when the
 * browser has.
 */
export function status(facts: Facts): Status {
  if (facts.sealed) return 'locked';
  if (facts.end !== null) return facts.end;
  const reader = facts.ratt !== null && facts.ratt !== 'skriva';
  if (facts.socket === 'closed') {
    if (!facts.lost) return 'connecting';
    if (reader && !facts.dirty) return 'offlineReading';
    if (!facts.localCopy) return 'offlineUnkept';
    return facts.kept ? 'offline' : 'offlineKeeping';
  }
  if (!facts.synced) return 'connecting';
  if (facts.tooBig) return 'tooBig';
  if (reader) return facts.dirty ? 'refusedText' : 'reading';
  if (!facts.storageOk || facts.stalled) return 'cannotSave';
  if (facts.offered && facts.saved >= facts.sent) return 'saved';
  return facts.dirty || facts.saved > 0 ? 'saving' : 'connecting';
}

/** Whether closing the page now could lose, or leave only in this browser, something that was written in it. */
export function warnsOnLeave(facts: Facts): boolean {
  return facts.dirty && !facts.sealed && status(facts) !== 'saved';
}
