import { personId } from '@samskrift/shared';
import type { Db } from '../db/open.ts';
import type { Participant } from '../sync/gate.ts';
import type { Auth } from './auth.ts';
import { uppdragOf } from './uppdrag.ts';

/** How long a cookie's session is believed without asking better-auth again, ms. */
const BELIEVED_MS = 5_000;
const MOST_KEPT = 10_000;

interface Known {
  readonly sessionId: string;
  readonly personId: string;
  readonly namn: string;
}

/** Who a cookie says it is. */
export interface Sessions {
  /** The person behind the request's cookie, with the uppdrag of now; null without a valid session. */
  participant(headers: Headers): Promise<Participant | null>;
  /** The same person asked again; null when the account or the session is gone. */
  again(participant: Participant): Promise<Participant | null>;
  /** A session that has ended is believed no longer. */
  forget(sessionId: string): void;
}

/**
 * Sessions by better-auth, remembered a few seconds by cookie: after a restart hundreds of sockets come back at once, and
 * every one of them asks. Uppdrag are never remembered: a right that is taken away is gone at the next question.
 */
export function createSessions(db: Db, auth: Auth): Sessions {
  const remembered = new Map<string, { readonly until: number; readonly known: Promise<Known | null> }>();

  const ask = async (cookie: string): Promise<Known | null> => {
    const headers = new Headers({ cookie });
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (found === null) return null;
    return { sessionId: found.session.id, personId: found.user.id, namn: found.user.name };
  };

  const known = (cookie: string): Promise<Known | null> => {
    const now = performance.now();
    const before = remembered.get(cookie);
    if (before !== undefined && now < before.until) return before.known;
    if (remembered.size >= MOST_KEPT) remembered.clear();
    const asked = ask(cookie);
    remembered.set(cookie, { until: now + BELIEVED_MS, known: asked });
    // A failed question must not be believed for seconds: the next request asks again.
    asked.catch(() => remembered.delete(cookie));
    return asked;
  };

  const withUppdrag = async (one: Known): Promise<Participant> => ({
    id: personId(one.personId),
    namn: one.namn,
    sessionId: one.sessionId,
    uppdrag: await uppdragOf(db, one.personId),
  });

  return {
    async participant(headers) {
      const cookie = sessionCookie(headers);
      if (cookie === null) return null;
      const one = await known(cookie);
      return one === null ? null : withUppdrag(one);
    },
    async again(participant) {
      const row = await db
        .selectFrom('session')
        .innerJoin('user', 'user.id', 'session.userId')
        .select(['user.id', 'user.name', 'session.expiresAt'])
        .where('session.id', '=', participant.sessionId)
        .executeTakeFirst();
      if (row === undefined || Date.parse(row.expiresAt) <= Date.now()) return null;
      return withUppdrag({ sessionId: participant.sessionId, personId: row.id, namn: row.name });
    },
    forget(sessionId) {
      for (const [cookie, { known: asked }] of remembered) {
        asked.then(
          (one) => {
            if (one?.sessionId === sessionId) remembered.delete(cookie);
          },
          () => remembered.delete(cookie),
        );
      }
    },
  };
}

/** The session's cookie alone, so that other cookies neither split what is remembered nor fill it. */
function sessionCookie(headers: Headers): string | null {
  const cookie = headers.get('cookie') ?? '';
  const found = /(?:^|; ?)((?:__Secure-)?samskrift\.session_token=[^;]+)/.exec(cookie);
  return found?.[1] ?? null;
}
