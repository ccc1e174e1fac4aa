import { afterEach, describe, expect, it } from 'vitest';
import { sealRequest, writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { CROWD_WAIT_MS } from './crowd-turn.ts';
import { TestWriter, wordsOf } from './test-writer.ts';
import { HANDLING, openTestbed, type Testbed, until } from './testbed.ts';

describe('a crowd', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  /** Twenty-one people in a room whose turns come when the test says so. */
  async function crowd() {
    const inner = createMemoryStore();
    const commits: number[] = [];
    const store: Store = {
      ...inner,
      append: (batches) => {
        commits.push(batches.reduce((sum, { updates }) => sum + updates.length, 0));
        return inner.append(batches);
      },
    };
    const listeners = new Set<() => void>();
    let turns: (() => void)[] = [];
    testbed = await openTestbed(store, {}, 0, (delayMs, run) => {
      if (delayMs === CROWD_WAIT_MS) {
        turns.push(run);
        for (const listener of listeners) listener();
      } else setTimeout(run, delayMs);
      return () => undefined;
    });
    await inner.create(HANDLING, writtenDocument([]).seed);
    const people = Array.from({ length: 21 }, (_, i) => new TestWriter(`writer${i}`));
    for (const [i] of people.entries()) testbed.gate.share(HANDLING, `writer${i}`, 'skriva');
    await Promise.all(people.map((person) => person.connect(testbed.url, HANDLING)));
    const waits = (count: number) =>
      until(
        () => testbed.metrics.traffic.updatesIn >= count && turns.length > 0,
        (again) => {
          listeners.add(again);
          const poll = setInterval(again, 1);
          return () => clearInterval(poll);
        },
      );
    const turn = () => {
      const due = turns;
      turns = [];
      for (const run of due) run();
    };
    return { people, commits, waits, turn };
  }

  it('[F6] what several write in one turn goes to the others and to the disk together, and to neither before', async () => {
    const { people, commits, waits, turn } = await crowd();
    await Promise.all(people.map((person) => person.until(() => person.settled)));
    const [elsa, mikael, anna] = people;
    if (elsa === undefined || mikael === undefined || anna === undefined) throw new RangeError('nobody');
    const before = testbed.metrics.traffic.updatesIn;
    elsa.type();
    mikael.type();
    await waits(before + 2);
    expect([commits, anna.doc.getXmlFragment('text').toString().includes('writer')]).toEqual([[], false]);
    turn();
    await Promise.all(people.map((person) => person.until(() => wordsOf(person.doc).size === 2)));
    await elsa.until(() => elsa.saved.has('writer0-1'));
    expect(commits).toEqual([2]);
  });

  it('[F6] [J1] a seal and a stop do not leave it behind', async () => {
    const { people, commits, waits } = await crowd();
    await Promise.all(people.map((person) => person.until(() => person.settled)));
    const [elsa] = people;
    const before = testbed.metrics.traffic.updatesIn;
    elsa?.type();
    await waits(before + 1);
    const sealed = await testbed.rooms.seal(sealRequest(HANDLING));
    expect(commits).toEqual([1]);
    expect(sealed.outcome === 'sealed' && sealed.snapshot.text).toContain('writer0-1');
  });

  it('[F6] stopping writes what waits for its turn', async () => {
    const { people, commits, waits } = await crowd();
    await Promise.all(people.map((person) => person.until(() => person.settled)));
    const before = testbed.metrics.traffic.updatesIn;
    people[0]?.type();
    await waits(before + 1);
    await testbed.rooms.close();
    expect(commits).toEqual([1]);
  });
});
