/** `@hocuspocus/server` with its SQLite extension, everything else at its default. */
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  quiet: true,
  address: process.env.HOST ?? '127.0.0.1',
  extensions: [new SQLite({ database: `${process.env.DATA_DIR}/hocuspocus.sqlite` })],
});
await server.listen(Number(process.env.PORT));
