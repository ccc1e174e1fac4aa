import { setTimeout as pause } from 'node:timers/promises';
import { connectAll, LoadClient } from './client.ts';
import { readMarks } from './edit.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { StormRoom } from './storm-room.ts';
import { type RunningSystem, SYSTEMS } from './system.ts';

const ROOMS = 50;
const CLIENTS = 10;
const EDITS_PER_SECOND = 10;
const TEXT_BYTES = 10_000;
/** How long a server may take to send what it has to a client that has just come. */
const QUIET = 700;

/** Everything the rooms' servers still have, read by one newcomer a room. */
async function whatIsLeft(rooms: readonly StormRoom[]): Promise<ReadonlySet<string>[]> {
  const left = rooms.map(() => new Set<string>());
  let last = performance.now();
  const readers = await connectAll(rooms, rooms.length, (room, index) =>
    LoadClient.connect(room.room, {
      onFrame(frame, at) {
        last = at;
        readMarks(frame, ({ id }) => left[index]?.add(id));
      },
    }),
  );
  while (performance.now() - last < QUIET) await pause(50);
  await Promise.all(readers.map((reader) => reader.close()));
  return left;
}

async function write(rooms: readonly StormRoom[], seconds: number): Promise<void> {
  const from = performance.now();
  const turns = seconds * EDITS_PER_SECOND * rooms.length;
  for (let turn = 0; turn < turns; turn += 1) {
    const due = from + (turn * 1000) / (EDITS_PER_SECOND * rooms.length);
    while (performance.now() < due) await pause(1);
    rooms[turn % rooms.length]?.edit();
  }
}

/** All come back at once with what they have; @returns ms until the last of them is in sync. */
async function comeBack(rooms: readonly StormRoom[]): Promise<{ ms: number; clients: LoadClient[] }> {
  const from = performance.now();
  const seats = rooms.flatMap((room) => Array.from({ length: CLIENTS }, (_, seat) => ({ room, seat })));
  const clients = await Promise.all(
    seats.map(({ room, seat }) => LoadClient.connect(room.room, { content: room.content(seat === 0) })),
  );
  return { ms: performance.now() - from, clients };
}

function lost(rooms: readonly StormRoom[], left: readonly ReadonlySet<string>[], killedAt: number): Values {
  let [seen, gone, oldest, saved, savedGone] = [0, 0, 0, 0, 0];
  for (const [index, room] of rooms.entries()) {
    seen += room.seen.size;
    for (const [id, sentAt] of room.seen) {
      if (left[index]?.has(id)) continue;
      gone += 1;
      oldest = Math.max(oldest, killedAt - sentAt);
    }
    const reported = room.savedIds();
    saved += reported.length;
    savedGone += reported.filter((id) => !left[index]?.has(id)).length;
  }
  return { seen, gone, oldest, saved, savedGone };
}

/**
 * 500 people in 50 rooms, one in each types; the server is killed and started again, twice.
 * First nobody comes back: seen = updates that somebody else had received, gone = those of them the server no longer has,
 * oldest = age of the oldest of those when the server died (ms), saved and savedGone = those reported *saved*.
 * Then all come back at once with what they have: backMs until all are in sync, totalMs with the start of the server,
 * startMs that start, missingAfter = updates that are still not there.
 */
async function run(context: RunContext): Promise<Values> {
  const system = await context.start();
  const rooms = (await system.rooms(ROOMS)).map((room, index) => new StormRoom(room, index));
  await connectAll(
    rooms.flatMap((room) => Array.from({ length: CLIENTS }, (_, seat) => ({ room, seat }))),
    CLIENTS * 5,
    ({ room, seat }) => room.join(seat),
  );
  for (const room of rooms) room.fill(TEXT_BYTES);
  await pause(1_000);
  await write(rooms, context.quick ? 4 : 11);
  const killedAt = performance.now();
  await system.kill();
  for (const room of rooms) room.settle();

  await system.start();
  const losses = context.kind.name === 'relay' ? {} : lost(rooms, await whatIsLeft(rooms), killedAt);
  return { ...losses, ...(await returnOfAll(system, rooms)) };
}

async function returnOfAll(system: RunningSystem, rooms: readonly StormRoom[]): Promise<Values> {
  await system.kill();
  const startMs = await system.start();
  const { ms, clients } = await comeBack(rooms);
  const times = { startMs, backMs: ms, totalMs: startMs + ms };
  if (system.kind.name === 'relay') return times;
  const left = await whatIsLeft(rooms);
  const missing = rooms.map((room, index) => [...room.sentIds()].filter((id) => !left[index]?.has(id)).length);
  await Promise.all(clients.map((client) => client.close()));
  return { ...times, missingAfter: missing.reduce((sum, one) => sum + one, 0) };
}

export const storm: Scenario = { name: 'storm', systems: SYSTEMS, rounds: 1, limit: 90, run };
