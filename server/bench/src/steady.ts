import { setTimeout as pause } from 'node:timers/promises';
import { connectAll, LoadClient } from './client.ts';
import { EditWriter, readMarks } from './edit.ts';
import { cpuSeconds } from './process-stats.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { quantile } from './statistics.ts';
import { SYSTEMS } from './system.ts';

interface Load {
  readonly rooms: number;
  readonly clients: number;
  readonly writers: number;
}

const INTERVAL = 100;
/** A server runs for days: what is measured is the one whose code the compiler has been through. That takes a quarter of a minute. */
const WARM_UP = 15_000;
/** How long the last edits may take to reach everybody. */
const DRAIN = 1_000;
const CONNECT_WIDTH = 25;

/** Edits that fall due one after another, each writer at its own phase of the interval. */
async function type(writers: readonly { due: number; write(): void }[], until: number): Promise<void> {
  const queue = writers.toSorted((a, b) => a.due - b.due);
  let next = 0;
  while (performance.now() < until) {
    for (let one = queue[next]; one !== undefined && one.due <= performance.now(); one = queue[next]) {
      one.write();
      one.due += INTERVAL;
      next = (next + 1) % queue.length;
    }
    await pause(1);
  }
}

/**
 * People who type at an even pace, 10 edits a second each.
 * p50, p95, p99: ms from sending to receiving, in one process. cpuPer1000: the server's CPU seconds per 1,000 delivered
 * updates. delivered, missing: updates times receivers. loadCpu: how busy the load itself was, 1 = one core.
 */
async function steady(context: RunContext, load: Load): Promise<Values> {
  const system = await context.start();
  const rooms = await system.rooms(load.rooms);
  const latencies: number[] = [];
  let from = Number.POSITIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  // What a server sends back to the writer itself is no delivery.
  const receive = (seat: number) => (frame: Buffer, at: number) => {
    readMarks(frame, ({ sentAt, writer }) => {
      if (writer !== seat && sentAt >= from && sentAt < until) latencies.push(at - sentAt);
    });
  };
  const seats = rooms.flatMap((room) => Array.from({ length: load.clients }, (_, seat) => ({ room, seat })));
  const clients = await connectAll(seats, CONNECT_WIDTH, ({ room, seat }) =>
    LoadClient.connect(room, { onFrame: receive(seat) }),
  );
  await pause(500);

  const start = performance.now();
  // Whole milliseconds, so that a mark, which is rounded down to 10 µs, falls on the same side as the time it was made of.
  from = Math.ceil(start + WARM_UP);
  until = from + (context.quick ? 3_000 : 6_000);
  let sent = 0;
  const writing = seats
    .map((seat, index) => ({ ...seat, index }))
    .filter(({ seat }) => seat < load.writers)
    .map(({ index, seat }, order, all) => {
      const editor = new EditWriter(1000 + index, seat);
      return {
        due: start + (INTERVAL * order) / all.length,
        write() {
          const now = performance.now();
          if (now >= from && now < until) sent += 1;
          clients[index]?.send(editor.next(now).update);
        },
      };
    });
  const typing = type(writing, until);
  await pause(WARM_UP);
  const cpuFrom = cpuSeconds(system.pid);
  const loadFrom = process.cpuUsage();
  const wallFrom = performance.now();
  await typing;
  const cpu = cpuSeconds(system.pid) - cpuFrom;
  const loadUsage = process.cpuUsage(loadFrom);
  const wall = performance.now() - wallFrom;
  await pause(DRAIN);
  await Promise.all(clients.map((client) => client.close()));

  latencies.sort((a, b) => a - b);
  return {
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    cpuPer1000: (cpu / latencies.length) * 1000,
    delivered: latencies.length,
    missing: sent * (load.clients - 1) - latencies.length,
    loadCpu: (loadUsage.user + loadUsage.system) / 1000 / wall,
  };
}

/** 50 rooms with four who all type: a municipality on a busy day. */
export const typing: Scenario = {
  name: 'typing',
  systems: SYSTEMS,
  rounds: 3,
  limit: 60,
  run: (context) => steady(context, { rooms: 50, clients: 4, writers: 4 }),
};

/** One room with a hundred of whom five type: the text of the evening. */
export const crowd: Scenario = {
  name: 'crowd',
  systems: SYSTEMS,
  rounds: 3,
  limit: 60,
  run: (context) => steady(context, { rooms: 1, clients: 100, writers: 5 }),
};
