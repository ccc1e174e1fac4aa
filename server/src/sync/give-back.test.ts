import { expect, it } from 'vitest';
import { GiveBack } from './give-back.ts';

it('[R13] what a crowd took is given back when nobody is left, and not while somebody is', () => {
  let due: (() => void)[] = [];
  let empty = false;
  const giveBack = new GiveBack(
    (_delayMs, run) => {
      due.push(run);
      return () => undefined;
    },
    () => empty,
  );
  const patience = () => {
    const run = due;
    due = [];
    for (const one of run) one();
  };
  giveBack.someone();
  const atStart = process.memoryUsage.rss();
  const crowd = { rooms: Array.from({ length: 3_000_000 }, (_, id) => ({ id, name: `rum-${id}` })) };
  const crowded = process.memoryUsage.rss();
  expect(crowded).toBeGreaterThan(atStart * 1.5);
  crowd.rooms = [];
  giveBack.nobody();
  patience();
  expect(process.memoryUsage.rss()).toBeGreaterThan(atStart * 1.5);
  empty = true;
  giveBack.nobody();
  patience();
  expect(process.memoryUsage.rss()).toBeLessThan(atStart + (crowded - atStart) / 3);
});
