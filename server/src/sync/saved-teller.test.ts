import { personId } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { Peer } from './peer.ts';
import { Rate } from './rate.ts';
import { SavedTeller } from './saved-teller.ts';

it('[F5] *saved* rides along with what is written anyway; who hears nothing is told at the second tick', () => {
  let ticks: (() => void)[] = [];
  const teller = new SavedTeller(200, (delayMs, run) => {
    expect(delayMs).toBe(100);
    ticks.push(run);
    return () => undefined;
  });
  const tick = () => {
    const due = ticks;
    ticks = [];
    for (const run of due) run();
  };
  const written: Record<string, number> = { elsa: 0, mikael: 0 };
  const peer = (name: string) => {
    const socket = {
      write: () => {
        written[name] = (written[name] ?? 0) + 1;
      },
      backlog: () => 0,
      close: () => undefined,
    };
    const participant = {
      id: personId(name),
      namn: name,
      administrator: false,
      uppdrag: [],
      sessionId: name,
      sessionEnds: Number.POSITIVE_INFINITY,
    };
    return new Peer(socket, participant, 'skriva', true, new Rate(1, 0), (who, index) => teller.add(who, index));
  };
  const [elsa, mikael] = [peer('elsa'), peer('mikael')];
  elsa.acknowledge(1);
  mikael.acknowledge(1);
  tick();
  // Somebody else's letter reaches Elsa, and *saved* with it; what she writes then is not told with Mikael's.
  elsa.write(new Uint8Array([1]));
  elsa.acknowledge(2);
  expect([elsa.told, mikael.told]).toEqual([1, 0]);
  tick();
  expect([elsa.told, mikael.told]).toEqual([1, 1]);
  expect(written).toEqual({ elsa: 1, mikael: 1 });
  tick();
  expect([elsa.told, written.elsa]).toEqual([2, 2]);
  tick();
  expect(ticks).toEqual([]);
});
