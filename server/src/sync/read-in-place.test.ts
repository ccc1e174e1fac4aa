import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { MESSAGE, SYNC } from '@samskrift/shared';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { readInPlace } from './read-in-place.ts';
import { copied } from './room-state.ts';
import { HANDLING, ORIGIN, openTestbed, socketClass, untilText } from './testbed.ts';

it('[W6] a server’s socket is read past its stream, to its end; what is no such socket goes on as before', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [socket] = (await once(server, 'connection')) as [Socket];
  const taken: string[] = [];
  const streamed: string[] = [];
  socket.on('data', (bytes: Buffer) => streamed.push(bytes.toString()));
  expect(readInPlace(socket, (bytes) => taken.push(bytes.toString()))).toBe(true);
  client.end('en bokstav');
  await once(socket, 'end');
  expect([taken.join(''), streamed]).toEqual(['en bokstav', []]);
  expect(readInPlace(new PassThrough(), () => undefined)).toBe(false);
  server.close();
});

it('[W6] what waits for its text, or for a seal, is no longer where it was read', () => {
  const place = Buffer.from('en bokstav');
  const { update } = copied({ type: 'update', update: place.subarray(3) });
  place.fill(0);
  expect(Buffer.from(update).toString()).toBe('bokstav');
});

const PIECE = 20_000;

/** A sync message that puts a paragraph of so many letters last in the text. */
function pasted(seed: Uint8Array, words: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('text').push([paragraph]);
  const message = encoding.createEncoder();
  encoding.writeVarUint(message, MESSAGE.sync);
  encoding.writeVarUint(message, SYNC.update);
  encoding.writeVarUint8Array(message, Y.encodeStateAsUpdate(doc, before));
  return encoding.toUint8Array(message);
}

it('[W6] [R11] what comes in pieces, on many sockets in turn and more than a tail may hold before its commit, is whole', async () => {
  const testbed = await openTestbed(createMemoryStore());
  const { seed } = writtenDocument([]);
  await testbed.store.create(HANDLING, seed);
  const people = ['anna', 'bo', 'cia'];
  for (const person of [...people, 'reader']) testbed.gate.share(HANDLING, person, 'skriva');
  const texts = people.map((person) => `${person.padEnd(100_000, person)}.`);
  const sockets = await Promise.all(
    people.map(async (person) => {
      const headers = { cookie: `person=${person}`, origin: ORIGIN };
      const socket = new WebSocket(`${testbed.url}/${HANDLING}`, { headers });
      await once(socket, 'open');
      return socket;
    }),
  );
  const messages = texts.map((words) => pasted(seed, words));
  for (let at = 0; messages.some(({ length }) => at < length); at += PIECE) {
    for (const [index, message] of messages.entries()) {
      const piece = message.subarray(at, at + PIECE);
      const fin = at + PIECE >= message.length;
      if (piece.length > 0) await new Promise((sent) => sockets[index]?.send(piece, { binary: true, fin }, sent));
    }
  }
  const doc = new Y.Doc();
  const WebSocketPolyfill = socketClass('reader');
  const provider = new WebsocketProvider(testbed.url, HANDLING, doc, { WebSocketPolyfill, disableBc: true });
  for (const words of texts) await untilText(doc, words);
  provider.destroy();
  for (const socket of sockets) socket.close();
  await testbed.close();
});
