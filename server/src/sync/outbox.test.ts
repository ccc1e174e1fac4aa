import { LIMITS, personId } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { createMetrics } from '../http/metrics.ts';
import { Outbox } from './outbox.ts';
import { Peer } from './peer.ts';
import { Rate } from './rate.ts';
import { syncFrame } from './wire.ts';

function outboxOf(flushed: () => void) {
  const peers = new Set<Peer>();
  const turns: (() => void)[] = [];
  const clock = { now: 1000 };
  const outbox = new Outbox(
    peers,
    { limits: LIMITS, metrics: createMetrics() },
    () => [],
    (flush) => turns.push(flush),
    flushed,
    () => clock.now,
  );
  let written = 0;
  const join = (name: string) => {
    const socket = { write: () => void written++, backlog: () => 0, close: () => undefined };
    const participant = {
      id: personId(name),
      namn: name,
      administrator: false,
      uppdrag: [],
      sessionId: name,
      sessionEnds: 0,
    };
    const peer = new Peer(socket, participant, 'skriva', true, new Rate(1, 0), () => undefined);
    peers.add(peer);
    return peer;
  };
  return { outbox, turns, clock, join, written: () => written };
}

const LETTER = syncFrame('update', new Uint8Array(8));

it('[F6] a letter written while a room becomes a crowd is told of when it goes, whoever put that off', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { outbox, turns, join, written } = outboxOf(resolve);
  for (let i = 0; i < 19; i++) join(`person${i}`);
  // Somebody's caret moves in a small room, and before that has gone one more comes and writes.
  outbox.flushSoon();
  const last = join('person19');
  expect(outbox.isCrowd).toBe(true);
  outbox.send(LETTER, last);
  await promise;
  expect([written(), turns]).toEqual([19, []]);
});

it('[F7] letters that come one by one go at once; those that come together leave as one write a socket', async () => {
  let { promise, resolve } = Promise.withResolvers<void>();
  const { outbox, clock, join, written } = outboxOf(() => resolve());
  const turn = async () => {
    await promise;
    ({ promise, resolve } = Promise.withResolvers<void>());
  };
  const [anna, bo] = [join('Anna'), join('Bo')];
  join('Cia');
  outbox.send(LETTER, anna);
  expect(written(), 'alone').toBe(2);
  clock.now += 1;
  outbox.flushSoon();
  outbox.send(LETTER, anna);
  outbox.send(LETTER, bo);
  expect(written(), 'within a turn').toBe(2);
  await turn();
  expect(written(), 'one each, two letters in one for Cia').toBe(5);
  outbox.send(LETTER, anna);
  expect(written(), 'the next is waited with, for company').toBe(5);
  await turn();
  expect(written(), 'it had none').toBe(7);
  clock.now += 1;
  outbox.send(LETTER, anna);
  expect(written(), 'so the next does not wait').toBe(9);
  clock.now += 0.1;
  outbox.send(LETTER, bo);
  expect(written(), 'but what comes just after does').toBe(9);
});
