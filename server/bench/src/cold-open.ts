import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { LoadClient } from './client.ts';
import { ROOT } from './edit.ts';
import { type History, makeHistory } from './history.ts';
import { quietCpu } from './process-stats.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { median } from './statistics.ts';
import type { Room, RunningSystem } from './system.ts';

const EDITS = 100_000;
/** Updates sent before the feeder waits for the server to have read them. */
const FEED_STEP = 500;
const OPENS = 5;
const WHOLE_LIMIT = 20_000;

/** Plays the whole history into a room over the wire, as its writer once did, and leaves. */
async function feed(system: RunningSystem, room: Room, history: History): Promise<void> {
  const client = await LoadClient.connect(room);
  for (const [index, update] of history.updates.entries()) {
    client.send(update);
    if (index % FEED_STEP === 0) await client.flushed();
  }
  await client.flushed();
  await quietCpu(system.pid, 500, 20_000);
  await client.close();
  await quietCpu(system.pid, 1_500, 20_000);
}

interface Opening {
  readonly ms: number;
  readonly bytes: number;
  readonly emptyFirst: boolean;
}

/** Opens the room with nothing and tells when the frame came that made the text whole; frames are read afterwards. */
async function open(room: Room, length: number): Promise<Opening> {
  const frames: { readonly frame: Buffer; readonly at: number }[] = [];
  const from = performance.now();
  const client = await LoadClient.connect(room, { onFrame: (frame, at) => frames.push({ frame, at }) });
  const text = new Y.Doc().getText(ROOT);
  const { doc } = text;
  if (doc === null) throw new Error('a text of a document has a document');
  let bytes = 0;
  let step2Whole: boolean | null = null;
  for (let read = 0; performance.now() - from < WHOLE_LIMIT; ) {
    for (const { frame, at } of frames.slice(read)) {
      read += 1;
      bytes += frame.length;
      const message = room.codec.read(frame);
      if (message.type !== 'step2' && message.type !== 'update') continue;
      Y.applyUpdate(doc, message.update);
      step2Whole ??= text.length === length;
      if (text.length !== length) continue;
      // What still comes is counted too: a server that sends the document twice has sent it twice.
      await pause(300);
      for (const late of frames.slice(read)) bytes += late.frame.length;
      await client.close();
      return { ms: at - from, bytes, emptyFirst: !step2Whole };
    }
    await pause(5);
  }
  throw new Error(`the text was not whole within ${WHOLE_LIMIT} ms: ${text.length} of ${length} characters`);
}

/**
 * The first client of a server that has just been started opens a document of 100,000 edits (230 kB stored).
 * ms: from connecting until the whole text is there. kb: received. emptyFirst: 1 where the answer to the client's question
 * did not hold the text.
 */
async function run(context: RunContext): Promise<Values> {
  const history = makeHistory(context.quick ? EDITS / 5 : EDITS);
  const whole = new Y.Doc();
  Y.applyUpdate(whole, history.whole);
  const { length } = whole.getText(ROOT);
  const first = await context.start();
  const [made] = await first.rooms(1);
  if (made === undefined) throw new Error('no room');
  await feed(first, made, history);
  await first.stop();

  const openings: Opening[] = [];
  for (let round = 0; round < OPENS; round += 1) {
    const system = await context.start(first);
    await pause(300);
    openings.push(await open(made, length));
    await system.stop();
  }
  return {
    ms: median(openings.map((opening) => opening.ms)),
    kb: median(openings.map((opening) => opening.bytes)) / 1000,
    emptyFirst: openings.some((opening) => opening.emptyFirst) ? 1 : 0,
  };
}

export const coldOpen: Scenario = {
  name: 'cold',
  systems: ['y-websocket-server', 'hocuspocus', 'ours'],
  rounds: 1,
  limit: 150,
  run,
};
