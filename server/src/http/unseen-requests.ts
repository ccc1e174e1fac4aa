import { handlingId, isId, ratt } from '@samskrift/shared';
import type { MiddlewareHandler } from 'hono';
import { rattHandling } from '../handlingar/ratt-handling.ts';
import { isUnseen } from '../sync/unseen.ts';
import type { Deps, Env } from './env.ts';

/**
 * Marks what a partigrupp asks of its own handlingar, so that no line is logged of it. Not what others ask, however they are
 * answered: for them there is no such handling, and a line that was missing would tell that there is.
 */
export function unseenRequests({ db, now }: Pick<Deps, 'db' | 'now'>): MiddlewareHandler<Env, '/api/handlingar/:id/*'> {
  return async (c, next) => {
    // Afterwards the name of a parameter is that of the last route tried, which is none where nothing answers.
    const id = c.req.param('id');
    await next();
    if (!isId(id)) return;
    const handling = await rattHandling(db, handlingId(id));
    if (handling === null || !isUnseen(handling)) return;
    if (ratt(c.var.person, handling, now()) !== 'ingen') c.set('unseen', true);
  };
}
