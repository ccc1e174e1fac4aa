import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory-store.ts';
import { HANDLING, ORIGIN, openTestbed, type Testbed } from './testbed.ts';

const page = readFileSync(new URL('../../../docs/protokoll.md', import.meta.url), 'utf8');

/** The lines of the page's example: who speaks (K the client, S the server), the bytes, and two spaces before any words on them. */
const example = [...page.matchAll(/^([KS]) {2}((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: {2}|$)/gm)].map(
  ([, who = '', hex = '']) => ({ who, hex }),
);

/** The text of the example, as its first client wrote it. */
function hej(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('text').insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('Hej')]);
  return Y.encodeStateAsUpdate(doc);
}

describe('the example of docs/protokoll.md', () => {
  let testbed: Testbed;
  afterEach(() => testbed.close());

  it('[K14] is what the server says, byte for byte', async () => {
    testbed = await openTestbed(createMemoryStore());
    await testbed.store.create(HANDLING, hej());
    testbed.gate.share(HANDLING, 'elsa', 'skriva');
    const headers = { cookie: 'person=elsa', origin: ORIGIN };
    const socket = new WebSocket(`${testbed.url}/${HANDLING}?ext=1&schema=1`, { headers });
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString('hex').replaceAll(/..(?!$)/g, '$& ')));
    await once(socket, 'open');
    let answers = 0;
    for (const { who, hex } of example) {
      if (who === 'K') socket.send(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
      else {
        while (heard.length <= answers) await once(socket, 'message');
        expect(heard[answers++]).toBe(hex);
      }
    }
    expect([answers, heard.length]).toEqual([6, 6]);
  });
});
