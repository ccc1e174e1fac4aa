import { LIMITS, personId } from '@samskrift/shared';
import { expect, it } from 'vitest';
import { createMetrics } from '../http/metrics.ts';
import { Outbox } from './outbox.ts';
import { Peer } from './peer.ts';
import { Rate } from './rate.ts';
import { syncFrame } from './wire.ts';

it('[F6] a letter written while a room becomes a crowd is told of when it goes, whoever put that off', async () => {
  const peers = new Set<Peer>();
  let written = 0;
  const join = (name: string) => {
    const socket = { write: () => void written++, backlog: () => 0, close: () => undefined };
    const participant = { id: personId(name), namn: name, uppdrag: [], sessionId: name, sessionEnds: 0 };
    const peer = new Peer(socket, participant, 'skriva', true, new Rate(1, 0), () => undefined);
    peers.add(peer);
    return peer;
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  const turns: (() => void)[] = [];
  const services = { limits: LIMITS, metrics: createMetrics() };
  const outbox = new Outbox(
    peers,
    services,
    () => [],
    (flush) => turns.push(flush),
    resolve,
  );
  for (let i = 0; i < 19; i++) join(`person${i}`);
  // Somebody's caret moves in a small room, and before that has gone one more comes and writes.
  outbox.flushSoon();
  const last = join('person19');
  expect(outbox.isCrowd).toBe(true);
  outbox.send(syncFrame('update', new Uint8Array(8)), last);
  await promise;
  expect([written, turns]).toEqual([19, []]);
});
