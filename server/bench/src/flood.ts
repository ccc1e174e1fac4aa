import { setTimeout as pause } from 'node:timers/promises';
import { connectAll, LoadClient } from './client.ts';
import { EditWriter, readMarks } from './edit.ts';
import { cpuSeconds } from './process-stats.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { SYSTEMS } from './system.ts';

const ROOMS = 50;
const CLIENTS = 4;
const WRITERS = 4;
/** How many of its edits a writer lets be on their way before it waits for one to arrive. */
const WINDOW = 8;
const WARM_UP = 1_500;

interface Flooder {
  readonly client: LoadClient;
  readonly editor: EditWriter;
  inFlight: number;
}

/**
 * As many edits as the server will pass on, each writer with a bounded number on their way.
 * perSecond: delivered updates. cpuPer1000: the server's CPU seconds per 1,000 of them. loadCpu: 1 = the load has used one
 * core, and what is measured is the load rather than the server.
 */
async function run(context: RunContext): Promise<Values> {
  const system = await context.start();
  const rooms = await system.rooms(ROOMS);
  let delivered = 0;
  const flooders = new Map<string, Flooder>();
  const fill = (flooder: Flooder) => {
    while (flooder.inFlight < WINDOW) {
      flooder.inFlight += 1;
      flooder.client.send(flooder.editor.next(performance.now()).update);
    }
  };

  const seats = rooms.flatMap((room, number) => Array.from({ length: CLIENTS }, (_, seat) => ({ room, number, seat })));
  const clients = await connectAll(seats, CLIENTS, ({ room, number, seat }) => {
    const counts = seat === CLIENTS - 1;
    return LoadClient.connect(room, {
      onFrame(frame) {
        const freed = new Set<Flooder>();
        readMarks(frame, ({ writer }) => {
          if (writer === seat) return;
          delivered += 1;
          const flooder = counts ? flooders.get(`${number}:${writer}`) : undefined;
          if (flooder === undefined) return;
          flooder.inFlight -= 1;
          freed.add(flooder);
        });
        for (const flooder of freed) fill(flooder);
      },
    });
  });
  await pause(500);

  for (const [index, { number, seat }] of seats.entries()) {
    const client = clients[index];
    if (seat >= WRITERS || client === undefined) continue;
    flooders.set(`${number}:${seat}`, { client, editor: new EditWriter(1000 + index, seat), inFlight: 0 });
  }
  for (const flooder of flooders.values()) fill(flooder);
  await pause(WARM_UP);
  const cpuFrom = cpuSeconds(system.pid);
  const loadFrom = process.cpuUsage();
  const wallFrom = performance.now();
  const deliveredFrom = delivered;
  await pause(context.quick ? 2_000 : 4_000);
  const passed = delivered - deliveredFrom;
  const wall = performance.now() - wallFrom;
  const cpu = cpuSeconds(system.pid) - cpuFrom;
  const loadUsage = process.cpuUsage(loadFrom);
  for (const client of clients) client.socket.terminate();
  return {
    perSecond: (passed / wall) * 1000,
    cpuPer1000: (cpu / passed) * 1000,
    loadCpu: (loadUsage.user + loadUsage.system) / 1000 / wall,
  };
}

export const flood: Scenario = { name: 'flood', systems: SYSTEMS, rounds: 2, limit: 60, run };
