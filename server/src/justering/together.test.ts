import { expect, it } from 'vitest';
import { together } from './together.ts';

it('[H27] who asks while it is under way shares the next turn, also after one that failed', async () => {
  const turns: PromiseWithResolvers<number>[] = [];
  const ask = together(() => {
    const turn = Promise.withResolvers<number>();
    turns.push(turn);
    return turn.promise;
  });
  const first = ask();
  const later = [ask(), ask(), ask()];
  expect(turns).toHaveLength(1);
  turns[0]?.reject(new Error('disk'));
  await expect(first).rejects.toThrow('disk');
  await Promise.resolve();
  expect(turns).toHaveLength(2);
  turns[1]?.resolve(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
  const last = ask();
  expect(turns).toHaveLength(3);
  turns[2]?.resolve(3);
  expect(await last).toBe(3);
});
