import type { MiddlewareHandler } from 'hono';
import type { Env } from '../http/env.ts';
import { nej } from '../http/fel.ts';

/** For everybody but administrators what is behind this does not exist. */
export const requireAdministrator: MiddlewareHandler<Env> = async (c, next) =>
  c.var.person.administrator ? next() : nej(c, 'finnsInte');
