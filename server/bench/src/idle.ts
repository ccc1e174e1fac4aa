import { setTimeout as pause } from 'node:timers/promises';
import { connectAll, LoadClient } from './client.ts';
import { EditWriter } from './edit.ts';
import { quietCpu, settledKb } from './process-stats.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { SYSTEMS } from './system.ts';

const ROOMS = 2_000;
const TEXT_BYTES = 10_000;
const LINE = 'Namnden beslutar att avge yttrandet som sitt eget. ';
const WIDTH = 50;
const STILL = 2_000;
/** Under the minute after which hocuspocus cuts a client that says nothing. */
const LIMIT = 15_000;

/**
 * Rooms that somebody has open and nobody writes in; 10 kB of text each, the server restarted after they were written.
 * roomKb: memory a room above the server without clients. baseMb: that server. afterRatio: memory when all have left,
 * against before they came.
 */
async function run(context: RunContext): Promise<Values> {
  const system = await context.start();
  const rooms = await system.rooms(context.quick ? ROOMS / 10 : ROOMS);
  const text = LINE.repeat(Math.ceil(TEXT_BYTES / LINE.length)).slice(0, TEXT_BYTES);
  for (let from = 0; from < rooms.length; from += WIDTH) {
    const writers = await connectAll(rooms.slice(from, from + WIDTH), WIDTH, (room) => LoadClient.connect(room));
    for (const [index, writer] of writers.entries()) writer.send(new EditWriter(1000 + index, 0).insert(text));
    await Promise.all(writers.map((writer) => writer.flushed()));
    await Promise.all(writers.map((writer) => writer.close()));
  }
  await quietCpu(system.pid, 1_000, 20_000);
  await system.stop();
  await system.start();

  const warm = await connectAll(rooms.slice(0, WIDTH), WIDTH, (room) => LoadClient.connect(room));
  await Promise.all(warm.map((client) => client.close()));
  const before = await settledKb(system.pid, STILL, LIMIT);
  const clients = await connectAll(rooms, WIDTH, (room) => LoadClient.connect(room));
  await pause(500);
  const open = await settledKb(system.pid, STILL, LIMIT);
  await Promise.all(clients.map((client) => client.close()));
  await pause(500);
  const after = await settledKb(system.pid, 2 * STILL, 2 * LIMIT);
  return { roomKb: (open - before) / rooms.length, baseMb: before / 1000, afterRatio: after / before };
}

export const idle: Scenario = { name: 'idle', systems: SYSTEMS, rounds: 1, limit: 150, run };
