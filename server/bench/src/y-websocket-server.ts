/** `@y/websocket-server` with y-leveldb, put together as y-websocket's own program did. */
import { createServer } from 'node:http';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

const store = new LeveldbPersistence(`${process.env.DATA_DIR}/leveldb`);

function save(name: string, update: Uint8Array): void {
  store.storeUpdate(name, update).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}

setPersistence({
  provider: store,
  async bindState(name, doc) {
    const stored = await store.getYDoc(name);
    // Nothing may be awaited from here on: an update that came meanwhile would be in neither of the two.
    save(name, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
    doc.on('update', (update: Uint8Array) => save(name, update));
  },
  writeState: () => Promise.resolve(),
});

const server = createServer((_request, response) => response.end());
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
server.listen(Number(process.env.PORT), process.env.HOST);
process.once('SIGTERM', () => {
  store.destroy().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
