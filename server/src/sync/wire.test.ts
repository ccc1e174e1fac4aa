import { EXTENSION, type ExtensionMessage, readExtension } from '@samskrift/shared';
import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { awarenessMessage, syncMessage } from './messages.ts';
import { awarenessFrame, encodeStateVector, extensionFrame, readIncoming, savedWith, syncFrame } from './wire.ts';

// The types leave it out; the package exports it.
const { Receiver } = ws as unknown as { Receiver: new (options: object) => NodeJS.WritableStream };

/** What a websocket client reads of these bytes, by `ws`' own parser. */
function messagesIn(frames: Uint8Array): Buffer[] {
  const messages: Buffer[] = [];
  const receiver = new Receiver({ isServer: false, binaryType: 'nodebuffer' });
  receiver.on('message', (data: Buffer) => messages.push(data));
  receiver.write(frames);
  return messages;
}

describe('the wire', () => {
  it('[W3] frames of every length are what a websocket client reads, also several in one write', () => {
    const bodies = [0, 1, 120, 121, 122, 123, 125, 126, 127, 128, 65_520, 65_529, 65_530, 65_536, 200_000].map(
      (length) => new Uint8Array(length).fill(length % 251),
    );
    const frames = bodies.map((body) => syncFrame('update', body));
    expect(messagesIn(Buffer.concat(frames))).toEqual(bodies.map((body) => Buffer.from(syncMessage('update', body))));
  });

  it('[W3] a *saved* with frames after it is read as the one and then the others', () => {
    const update = syncFrame('update', new Uint8Array(300));
    for (const count of [1, 127, 128, 20_000, 5_000_000]) {
      expect(savedWith(count, update)).toEqual(Buffer.concat([extensionFrame({ type: 'saved', count }), update]));
    }
  });

  it('[W3] step 1 and step 2 are answered and applied by y-protocols, and its messages are read', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment('text').insert(0, [new Y.XmlElement('paragraph')]);
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc));
    const decoder = decoding.createDecoder(
      messagesIn(syncFrame('step1', encodeStateVector(new Map())))[0] ?? new Uint8Array(),
    );
    decoding.readVarUint(decoder);
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, 0);
    syncProtocol.readSyncMessage(decoder, reply, doc, null);
    const step2 = readIncoming(encoding.toUint8Array(reply), 100);
    if (step2.type !== 'step2') throw new RangeError(step2.type);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, step2.update);
    expect(copy.getXmlFragment('text').toString()).toBe('<paragraph></paragraph>');
    const asked = encoding.createEncoder();
    encoding.writeVarUint(asked, 0);
    syncProtocol.writeSyncStep1(asked, doc);
    expect(readIncoming(encoding.toUint8Array(asked), 100)).toEqual({ type: 'step1', stateVector: vector });
  });

  it('[W3] awareness goes both ways with y-protocols', () => {
    const here = new awarenessProtocol.Awareness(new Y.Doc());
    const there = new awarenessProtocol.Awareness(new Y.Doc());
    here.setLocalState({ user: { name: 'Elsa' } });
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, 1);
    encoding.writeVarUint8Array(message, awarenessProtocol.encodeAwarenessUpdate(here, [here.clientID]));
    const incoming = readIncoming(encoding.toUint8Array(message), 1000);
    if (incoming.type !== 'awareness') throw new RangeError(incoming.type);
    const decoder = decoding.createDecoder(messagesIn(awarenessFrame(incoming.states))[0] ?? new Uint8Array());
    decoding.readVarUint(decoder);
    awarenessProtocol.applyAwarenessUpdate(there, decoding.readVarUint8Array(decoder), null);
    expect(there.getStates().get(here.clientID)).toEqual({ user: { name: 'Elsa' } });
    for (const awareness of [here, there]) awareness.destroy();
  });

  it('[W3] every extension message is read as it was written, and an unknown one is passed over', () => {
    const messages: ExtensionMessage[] = [
      { type: 'hello', schema: 300, ratt: 'kommentera' },
      { type: 'saved', count: 70_000 },
      { type: 'access', ratt: 'ingen' },
      { type: 'sealed', sealed: { person: 'Göran Ek', time: '2026-11-22T12:00:00.000Z', sha256: 'ab'.repeat(32) } },
      { type: 'event', event: 'documentLarge' },
      { type: 'refused', index: 4, reason: 'sealed' },
      { type: 'storage', ok: false },
      { type: 'storage', ok: true },
    ];
    expect(new Set(messages.map((message) => message.type)).size).toBe(Object.keys(EXTENSION).length);
    for (const message of messages) {
      const decoder = decoding.createDecoder(messagesIn(extensionFrame(message))[0] ?? new Uint8Array());
      expect(readExtension(decoding.readVarUint(decoder), decoder)).toEqual(message);
    }
    expect(readExtension(199, decoding.createDecoder(new Uint8Array()))).toBeNull();
  });

  it('[W2] is the whole message or nothing', () => {
    const whole = [
      syncMessage('update', Uint8Array.from([0, 0])),
      awarenessMessage([1, 1, '{}']),
      Uint8Array.from([3]),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        (message, cut, more) => {
          expect(() => readIncoming(message.slice(0, cut % message.length), 100)).toThrow();
          expect(() => readIncoming(Uint8Array.from([...message, ...more]), 100)).toThrow();
        },
      ),
    );
  });
});
