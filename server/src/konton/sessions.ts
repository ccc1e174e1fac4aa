import { personId } from '@samskrift/shared';
import { parseSigned } from 'hono/utils/cookie';
import type { SessionLimits } from '../config.ts';
import type { Db } from '../db/open.ts';
import type { Participant } from '../sync/gate.ts';
import { uppdragOf } from './uppdrag.ts';

/** Who a cookie says it is. Nothing is remembered: what has ended or been taken away is gone at the next question. */
export interface Sessions {
  /** The person behind a request's `Cookie` header, with the uppdrag of now; null without a valid session. */
  participant(cookie: string): Promise<Participant | null>;
  /** The same person asked again; null when the account or the session is gone. */
  again(participant: Participant): Promise<Participant | null>;
  /** The person does something: the session is not idle. */
  used(participant: Participant): Promise<void>;
}

interface SessionsOptions {
  /** See sessionCookieName. */
  readonly cookieName: string;
  readonly secret: string;
  readonly limits: SessionLimits;
  readonly now: () => Date;
}

const HOUR_MS = 60 * 60 * 1000;
/** Use is written down no more often than this: hundreds ask at once, and each line is a write to the disk. */
const USED_MS = 5 * 60 * 1000;

/**
 * Reads better-auth's sessions straight from its table: its own `getSession` costs near a millisecond of the event loop, and
 * after a restart hundreds of sockets come back at once, before the rest of it is loaded. Cookie, secret and signature are
 * better-auth's. `expiresAt` is when the session ends if it is not used; better-auth reads it too.
 */
export function createSessions(db: Db, { cookieName, secret, limits, now }: SessionsOptions): Sessions {
  const idleMs = limits.idleHours * HOUR_MS;
  const maxMs = limits.maxDays * 24 * HOUR_MS;
  const read = async (column: 'token' | 'id', value: string): Promise<Participant | null> => {
    const row = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .select([
        'session.id as sessionId',
        'session.expiresAt',
        'session.createdAt',
        'user.id',
        'user.name',
        'user.administrator',
      ])
      .where('user.sparrad', 'is', null)
      .where(`session.${column}`, '=', value)
      .executeTakeFirst();
    const sessionEnds = Math.min(Date.parse(row?.expiresAt ?? ''), Date.parse(row?.createdAt ?? '') + maxMs);
    if (row === undefined || !(sessionEnds > now().getTime())) return null;
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
    async used({ sessionId, sessionEnds }) {
      const at = now().getTime();
      if (sessionEnds - at > idleMs - USED_MS) return;
      const row = await db.selectFrom('session').select('createdAt').where('id', '=', sessionId).executeTakeFirst();
      const ends = Math.min(at + idleMs, Date.parse(row?.createdAt ?? '') + maxMs);
      if (row === undefined || ends <= sessionEnds) return;
      await db
        .updateTable('session')
        .set({ expiresAt: new Date(ends).toISOString(), updatedAt: new Date(at).toISOString() })
        .where('id', '=', sessionId)
        .execute();
    },
  };
}
