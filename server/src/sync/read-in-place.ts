import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** As much as Node itself reads at once. One for all sockets: what is read has been taken before the next is. */
const SHARED = Buffer.allocUnsafeSlow(64 * 1024);

type Taken = (length: number, buffer: Buffer) => boolean;

interface Handle {
  readonly useUserBuffer: (this: Handle, buffer: Buffer) => void;
}

/** Where a socket keeps what `net` calls its `onread` option: what it reads into, and whom it tells. */
const [INTO, TELLS] = ['kBuffer', 'kBufferCb'].map((name) =>
  Object.getOwnPropertySymbols(new Socket()).find(({ description }) => description === name),
);

/**
 * Lets what comes on a socket be read into one buffer that all of them share, past Node's stream: a new buffer for each
 * letter, and the stream's own steps, were a tenth of what a letter costs (docs/prestanda.md). `net` offers it as `onread`,
 * but only for a socket that one makes oneself, and this one was made by the HTTP server.
 * @param take is given bytes that are good until it returns
 * @returns whether the socket can; one that cannot goes on as before.
 */
export function readInPlace(socket: Duplex, take: (bytes: Buffer) => void): boolean {
  const handle: unknown = Reflect.get(socket, '_handle');
  if (!(socket instanceof Socket) || INTO === undefined || TELLS === undefined || !isHandle(handle)) return false;
  const taken: Taken = (length, buffer) => {
    take(buffer.subarray(0, length));
    return true;
  };
  Object.assign(socket, { [INTO]: SHARED, [TELLS]: taken });
  const { useUserBuffer: readInto } = handle;
  readInto.call(handle, SHARED);
  return true;
}

function isHandle(handle: unknown): handle is Handle {
  return typeof handle === 'object' && handle !== null && 'useUserBuffer' in handle;
}
