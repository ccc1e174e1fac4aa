import { EXTENSION } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { writtenDocument } from '../store/contract.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { HANDLING, openTestbed, plain, socketClass, type Testbed, until, untilText, write } from './testbed.ts';

/** Rules R (rooms) with the unmodified client of npm's y-websocket, several at once, over real sockets. */
describe('a plain y-websocket client', () => {
  const open: (() => void)[] = [];
  afterEach(() => {
    for (const close of open.splice(0)) close();
  });

  async function bed(): Promise<Testbed> {
    const testbed = await openTestbed(createMemoryStore());
    await testbed.store.create(HANDLING, seedOf(['Början']));
    for (const person of ['elsa', 'mikael', 'birgitta']) testbed.gate.share(HANDLING, person, 'skriva');
    testbed.gate.share(HANDLING, 'lisa', 'lasa');
    open.push(() => void testbed.close());
    return testbed;
  }

  function client(testbed: Testbed, person: string, params: Record<string, string> = {}) {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(testbed.url, HANDLING, doc, {
      WebSocketPolyfill: socketClass(person),
      disableBc: true,
      params,
    });
    // One that asks for the extension takes its messages; y-websocket itself complains of what it does not know.
    for (const number of Object.values(EXTENSION))
      if ('ext' in params) provider.messageHandlers[number] = () => undefined;
    open.push(() => provider.destroy());
    return { doc, provider };
  }

  const synced = (provider: WebsocketProvider) =>
    until(
      () => provider.synced,
      (again) => {
        provider.on('sync', again);
        return () => provider.off('sync', again);
      },
    );

  it('[R1] has the whole text when it is synced, and everybody sees what anybody writes', async () => {
    const testbed = await bed();
    const [elsa, mikael, birgitta] = [
      client(testbed, 'elsa'),
      client(testbed, 'mikael'),
      client(testbed, 'birgitta', { ext: '1' }),
    ];
    await Promise.all([synced(elsa.provider), synced(mikael.provider), synced(birgitta.provider)]);
    for (const { doc } of [elsa, mikael, birgitta]) expect(plain(doc)).toBe('Början ');
    write(elsa.doc, 'av Elsa ');
    await untilText(mikael.doc, 'av Elsa');
    write(mikael.doc, 'av Mikael ');
    write(birgitta.doc, 'av Birgitta ');
    await Promise.all(
      [elsa, mikael, birgitta].flatMap(({ doc }) => [untilText(doc, 'av Mikael'), untilText(doc, 'av Birgitta')]),
    );
    expect(plain(elsa.doc)).toBe(plain(mikael.doc));
    expect(plain(birgitta.doc)).toBe(plain(mikael.doc));
  });

  it('[R2] shows the person behind the account, whatever name it was given, and goes away with its socket', async () => {
    const testbed = await bed();
    const [elsa, mikael] = [client(testbed, 'elsa'), client(testbed, 'mikael')];
    await Promise.all([synced(elsa.provider), synced(mikael.provider)]);
    elsa.provider.awareness.setLocalStateField('user', { color: '#112233' });
    const seen = () => mikael.provider.awareness.getStates().get(elsa.doc.clientID)?.user as unknown;
    const changes = (again: () => void) => {
      mikael.provider.awareness.on('change', again);
      return () => mikael.provider.awareness.off('change', again);
    };
    await until(() => seen() !== undefined, changes);
    expect(seen()).toEqual({ id: 'elsa', name: 'elsa', color: '#112233' });
    elsa.provider.destroy();
    await until(() => seen() === undefined, changes);
  });
});

function seedOf(words: readonly string[]): Uint8Array {
  return Y.encodeStateAsUpdate(writtenDocument(words).doc);
}
