import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as websocket from 'ws';
import { FrameReader } from './frame-reader.ts';

/** The library exports it; its types do not. */
const { Receiver } = websocket as unknown as { readonly Receiver: new (options: object) => Writable };

/** Comes back through a real receiver of the library: what it told, in order, and whether it found an error. */
interface Heard {
  readonly told: string[];
  failed: boolean;
}

function listening(heard: Heard): Writable {
  const receiver = new Receiver({ isServer: true, maxPayload: 200_000, binaryType: 'nodebuffer' });
  receiver.on('message', (data: Buffer, isBinary: boolean) => heard.told.push(`${isBinary} ${data.toString('hex')}`));
  receiver.on('ping', (data: Buffer) => heard.told.push(`ping ${data.toString('hex')}`));
  receiver.on('conclude', (code: number) => heard.told.push(`close ${code}`));
  receiver.on('error', () => {
    heard.failed = true;
  });
  return receiver;
}

function throughReader(chunks: readonly Buffer[]): Heard {
  const heard: Heard = { told: [], failed: false };
  const receiver = listening(heard);
  const reader = new FrameReader({
    deliver: (message) => {
      if (!heard.failed) heard.told.push(`true ${message.toString('hex')}`);
    },
    forward: (bytes) => {
      if (!heard.failed) receiver.write(Buffer.from(bytes));
    },
  });
  for (const chunk of chunks) reader.read(Buffer.from(chunk));
  return heard;
}

function throughLibrary(chunks: readonly Buffer[]): Heard {
  const heard: Heard = { told: [], failed: false };
  const receiver = listening(heard);
  for (const chunk of chunks) if (!heard.failed) receiver.write(Buffer.from(chunk));
  return heard;
}

function frame(first: number, payload: Uint8Array, masked = true): Buffer {
  const { length } = payload;
  const bit = masked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, bit | length])
      : length < 65536
        ? Buffer.from([first, bit | 126, length >> 8, length & 0xff])
        : Buffer.concat([
            Buffer.from([first, bit | 127, 0, 0, 0, 0]),
            Buffer.from([0, length >> 16, (length >> 8) & 0xff, length & 0xff]),
          ]);
  const mask = Buffer.from([7, 77, 177, 255]);
  const body = Buffer.from(payload.map((byte, i) => byte ^ (masked ? (mask[i & 3] ?? 0) : 0)));
  return Buffer.concat(masked ? [head, mask, body] : [head, body]);
}

const small = fc.uint8Array({ maxLength: 100 });
const payload = fc.oneof(
  { weight: 6, arbitrary: small },
  { weight: 2, arbitrary: fc.uint8Array({ minLength: 120, maxLength: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(65535, 65536, 70_000).map((length) => new Uint8Array(length).fill(3)) },
);
const ping = small.map((bytes) => frame(0x89, bytes));
const inPieces = fc
  .tuple(small, fc.option(ping, { nil: Buffer.alloc(0) }), small)
  .map(([a, between, b]) => Buffer.concat([frame(0x02, a), between, frame(0x80, b)]));
const honest = fc.oneof(
  { weight: 6, arbitrary: payload.map((bytes) => frame(0x82, bytes)) },
  { weight: 1, arbitrary: fc.string().map((text) => frame(0x81, Buffer.from(text))) },
  { weight: 1, arbitrary: ping },
  { weight: 1, arbitrary: inPieces },
);
const dishonest = fc.oneof(
  small.map((bytes) => frame(0x82, bytes, false)),
  small.map((bytes) => frame(0xc2, bytes)),
  small.map((bytes) => frame(0x80, bytes)),
  small.map((bytes) => Buffer.concat([frame(0x02, bytes), frame(0x82, bytes)])),
  small.map((bytes) => frame(0x83, bytes)),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(frame(0x88, Buffer.from([3, 232]))),
  fc.constant(Buffer.from([0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4])),
);

/** The bytes, read in pieces cut at these places. */
function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  // A socket never gives nothing.
  return cuts
    .slice(1)
    .map((end, i) => bytes.subarray(cuts[i], end))
    .filter((chunk) => chunk.length > 0);
}

it('[W5] however frames are mixed and cut, the reader and the library hear together what the library alone would', async () => {
  const places = fc.array(fc.nat(), { maxLength: 12 });
  const stream = fc.array(fc.oneof({ weight: 9, arbitrary: honest }, { weight: 1, arbitrary: dishonest }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(stream, places, async (frames, cuts) => {
      const chunks = cutAt(Buffer.concat(frames), cuts);
      const [together, alone] = [throughReader(chunks), throughLibrary(chunks)];
      // A stream tells its errors in the turn after.
      await nextTurn();
      expect(together).toEqual(alone);
    }),
    { numRuns: 3000 },
  );
});

it('[W5] a letter is taken without the library, however its header is cut', () => {
  const letter = frame(0x82, Buffer.from('en bokstav'));
  for (let cut = 1; cut < letter.length; cut++) {
    const taken: string[] = [];
    const reader = new FrameReader({ deliver: (message) => taken.push(message.toString()), forward: () => undefined });
    reader.read(Buffer.concat([letter, letter.subarray(0, cut)]));
    expect(taken).toEqual(['en bokstav']);
  }
});
