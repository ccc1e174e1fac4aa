import { SCHEMA_VERSION } from '@samskrift/shared';
import { plainCodec } from './codec.ts';
import { SamskriftSession } from './samskrift-session.ts';
import type { SystemKind } from './system.ts';

/** Ours as it is delivered, with the limits on one person out of the way: the load is one person in many sockets. */
export const samskrift: SystemKind = {
  name: 'ours',
  program: '../../dist/main.js',
  // This and the first of the environment are as `npm start` has them; a test compares.
  flags: ['--max-semi-space-size=4'],
  env: {
    MALLOC_ARENA_MAX: '2',
    DEMO: '1',
    LIMIT_UPDATES_PER_SECOND: '1000000',
    LIMIT_UPDATE_BURST: '1000000',
    LIMIT_SOCKETS_PER_PERSON_AND_ROOM: '10000',
  },
  async rooms(address, count) {
    const session = new SamskriftSession(address);
    const ids = await session.createHandlingar(count);
    return ids.map((id) => ({
      url: `ws://${address.host}:${address.port}/sync/${id}?ext=1&schema=${SCHEMA_VERSION}`,
      headers: session.headers,
      codec: plainCodec,
    }));
  },
};
