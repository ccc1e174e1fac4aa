import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '@samskrift/shared';
import { pino } from 'pino';
import { syncMessage } from '../sync/messages.ts';
import { RawClient } from '../sync/raw-client.ts';
import { attachSync } from '../sync/socket-adapter.ts';
import { type AppBed, ORIGIN } from './testbed.ts';

/** The websocket of a testbed's server, on a port of its own. */
export interface SocketBed {
  /** A demo person's login, as a browser sends it. */
  cookieOf(personId: string): Promise<string>;
  /** A socket that has sent nothing. */
  open(cookie: string, handling: string): Promise<RawClient>;
  /** A socket that has asked for the text and got it. */
  join(cookie: string, handling: string): Promise<RawClient>;
  stop(): void;
}

export async function openSocketBed(bed: AppBed): Promise<SocketBed> {
  const server = createServer();
  const { rooms, metrics } = bed.services;
  const log = pino({ level: 'silent' });
  const detach = attachSync(server, { rooms, limits: LIMITS, origins: new Set([ORIGIN]), log, metrics });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`;
  const open = (cookie: string, handling: string) => RawClient.open(url, handling, { cookie, origin: ORIGIN });
  return {
    cookieOf: async (personId) => {
      const answer = await bed.browser().send('POST', '/api/auth/demo/logga-in', { personId });
      return answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
    open,
    join: async (cookie, handling) => {
      const client = await open(cookie, handling);
      client.send(syncMessage('step1', Uint8Array.from([0])));
      await client.until(() => client.told.some((told) => told.kind === 'sync'));
      return client;
    },
    stop: () => {
      detach();
      server.close();
    },
  };
}
