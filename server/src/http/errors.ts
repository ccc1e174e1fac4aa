import type { Hook } from '@hono/zod-openapi';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { isStorageFailure } from '../db/sqlite-dialect.ts';
import type { Env } from './env.ts';
import { nej } from './fel.ts';

/** What did not fit a route's schema: the first thing that is wrong, in the words of the schema. */
export const invalid: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  const issue = result.error.issues[0];
  if (issue === undefined) return nej(c, 'ogiltig');
  const where = issue.path.join('.');
  // The messages of our own schemas are whole sentences; the others need to be told where, and an end.
  if (issue.message.endsWith('.')) return nej(c, 'ogiltig', issue.message);
  return nej(c, 'ogiltig', `${where === '' ? 'Uppgifterna' : `Fältet «${where}»`} ${issue.message}.`);
};

/** Answers what was thrown. A fault of ours is logged; what the peer did wrong is not. */
export function onError(log: Logger): ErrorHandler<Env> {
  return (error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      return nej(c, 'ogiltig', 'Begäran går inte att läsa: den ska vara JSON och sägas vara det.');
    }
    log.error({ err: error }, 'request failed');
    return nej(c, isStorageFailure(error) ? 'lagringsfel' : 'serverfel');
  };
}
