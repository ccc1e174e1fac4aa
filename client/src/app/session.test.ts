import { expect, it } from 'vitest';
import { Session } from './session.ts';

it('[G7] a session that ends says so once to those who listen, and is whole again after a login', () => {
  const session = new Session();
  const sagt: boolean[] = [];
  const sluta = session.lyssna(() => sagt.push(session.arUpphord()));

  session.upphorde();
  session.upphorde();
  session.fornyades();
  sluta();
  session.upphorde();

  expect(sagt).toEqual([true, false]);
  expect(session.arUpphord()).toBe(true);
});
