import { handlingId, personId } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-store.ts';
import type { AppendOutcome, RoomBatch, Store } from '../store/store.ts';
import { type Committed, Committer } from './committer.ts';

/** A store whose appends wait until the test lets them succeed or fail. */
function heldStore() {
  const waiting: { batches: readonly RoomBatch[]; succeed: () => void; fail: () => void }[] = [];
  const store: Store = {
    ...createMemoryStore(),
    append: (batches) =>
      new Promise((resolve, reject) => {
        const succeed = () => resolve(batches.map((): AppendOutcome => 'saved'));
        waiting.push({ batches, succeed, fail: () => reject(new Error('disk full')) });
      }),
  };
  return { store, waiting };
}

class TestRoom implements Committed {
  readonly counted = true;
  readonly pending: string[] = [];
  readonly saved: string[] = [];
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  take(): RoomBatch {
    const updates = this.pending.splice(0).map((word) => ({ author: personId('a'), bytes: Buffer.from(word) }));
    return { handlingId: handlingId(this.#id), updates };
  }

  settled(batch: RoomBatch): void {
    this.saved.push(...words(batch));
  }

  restore(batch: RoomBatch): void {
    this.pending.unshift(...words(batch));
  }
}

const words = (batch: RoomBatch) => batch.updates.map((update) => Buffer.from(update.bytes).toString());
const turn = () => new Promise((resolve) => setImmediate(resolve));

function open() {
  const { store, waiting } = heldStore();
  const timers: { delayMs: number; run: () => void }[] = [];
  const health: boolean[] = [];
  const committer = new Committer(
    store,
    10,
    (delayMs, run) => {
      const timer = { delayMs, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
    { committed: () => undefined, failed: () => undefined, health: (ok) => health.push(ok) },
  );
  const fire = () => timers.shift()?.run();
  const write = (room: TestRoom, word: string) => {
    room.pending.push(word);
    committer.mark(room);
  };
  return { committer, waiting, timers, health, fire, write };
}

describe('the group commit', () => {
  it('[F2] writes what all rooms have in one call, and the next only when that is done', async () => {
    const { waiting, timers, fire, write } = open();
    const [a, b] = [new TestRoom('a'), new TestRoom('b')];
    write(a, '1');
    write(b, '2');
    write(a, '3');
    expect(timers.map((timer) => timer.delayMs)).toEqual([10]);
    fire();
    expect(waiting.map(({ batches }) => batches.map(words))).toEqual([[['1', '3'], ['2']]]);
    write(a, '4');
    expect(timers).toEqual([]);
    expect(a.saved).toEqual([]);
    waiting[0]?.succeed();
    await turn();
    expect(a.saved).toEqual(['1', '3']);
    expect(b.saved).toEqual(['2']);
    fire();
    waiting[1]?.succeed();
    await turn();
    expect(a.saved).toEqual(['1', '3', '4']);
    expect(timers).toEqual([]);
  });

  it('[F3] tries a failed batch again, before what came since, with longer and longer pauses, for as long as it takes', async () => {
    const { committer, waiting, timers, health, fire, write } = open();
    const room = new TestRoom('a');
    write(room, '1');
    fire();
    write(room, '2');
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      waiting[attempt]?.fail();
      await turn();
      expect(committer.ok).toBe(false);
      pauses.push(timers[0]?.delayMs ?? 0);
      fire();
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    expect(room.saved).toEqual([]);
    expect(health).toEqual([false]);
    waiting[9]?.succeed();
    await turn();
    expect(room.saved).toEqual(['1', '2']);
    expect(health).toEqual([false, true]);
    expect(committer.ok).toBe(true);
  });

  it('[F2] a flush takes what is there at its call, also while another commit is under way', async () => {
    const { committer, waiting, fire, write } = open();
    const room = new TestRoom('a');
    write(room, '1');
    fire();
    write(room, '2');
    const flushed = committer.flush();
    waiting[0]?.succeed();
    await turn();
    waiting[1]?.succeed();
    await flushed;
    expect(room.saved).toEqual(['1', '2']);
  });
});
