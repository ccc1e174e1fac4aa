import type { MiddlewareHandler } from 'hono';
import { isStorageFailure } from '../db/sqlite-dialect.ts';
import type { Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';
import type { Sessions } from './sessions.ts';

/** Lets nobody further without a session, and says who it is to what comes after. */
export function requireSession(sessions: Sessions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const person = await sessions.participant(c.req.header('cookie') ?? '');
    if (person === null) return nej(c, 'ejInloggad');
    c.set('person', person);
    try {
      await sessions.used(person);
    } catch (error) {
      // While the disk does not take anything one may yet read; that the session was used is written another time.
      if (!isStorageFailure(error)) throw error;
    }
    return next();
  };
}
