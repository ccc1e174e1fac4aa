import { personId } from '@samskrift/shared';
import { parseSigned } from 'hono/utils/cookie';
import type { Db } from '../db/open.ts';
import type { Participant } from '../sync/gate.ts';
import { uppdragOf } from './uppdrag.ts';

/** Who a cookie says it is. Nothing is remembered: what has ended or been taken away is gone at the next question. */
export interface Sessions {
  /** The person behind a request's `Cookie` header, with the uppdrag of now; null without a valid session. */
  participant(cookie: string): Promise<Participant | null>;
  /** The same person asked again; null when the account or the session is gone. */
  again(participant: Participant): Promise<Participant | null>;
}

/**
 * Reads better-auth's sessions straight from its table: its own `getSession` costs near a millisecond of the event loop, and
 * after a restart hundreds of sockets come back at once, before the rest of it is loaded. Cookie, secret and signature are better-auth's.
 * @param cookieName see sessionCookieName
 */
export function createSessions(db: Db, cookieName: string, secret: string): Sessions {
  const read = async (column: 'token' | 'id', value: string): Promise<Participant | null> => {
    const row = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .select(['session.id as sessionId', 'session.expiresAt', 'user.id', 'user.name', 'user.administrator'])
      .where('user.sparrad', 'is', null)
      .where(`session.${column}`, '=', value)
      .executeTakeFirst();
    const sessionEnds = Date.parse(row?.expiresAt ?? '');
    if (row === undefined || !(sessionEnds > Date.now())) return null;
    const uppdrag = await uppdragOf(db, row.id);
    const administrator = row.administrator === 1;
    return { id: personId(row.id), namn: row.name, administrator, sessionId: row.sessionId, sessionEnds, uppdrag };
  };

  return {
    async participant(cookie) {
      const token = (await parseSigned(cookie, secret, cookieName))[cookieName];
      return typeof token === 'string' ? read('token', token) : null;
    },
    again: (participant) => read('id', participant.sessionId),
  };
}
