import { hocuspocusCodec, plainCodec, relayCodec } from './codec.ts';
import { samskrift } from './samskrift.ts';
import type { Room, SystemKind, SystemName } from './system.ts';

/** Rooms that come about by being opened. */
function named(url: (name: string) => string, codec: (name: string) => Room['codec']): SystemKind['rooms'] {
  return (address, count) =>
    Promise.resolve(
      Array.from({ length: count }, (_, index) => {
        const name = `rum-${index}`;
        return { url: `ws://${address.host}:${address.port}/${url(name)}`, headers: {}, codec: codec(name) };
      }),
    );
}

/** The systems under measurement: the limit, the peers with their stores on, and ours. */
export const SYSTEM_KINDS: Readonly<Record<SystemName, SystemKind>> = {
  relay: {
    name: 'relay',
    program: './relay-server.ts',
    env: {},
    rooms: named(
      (name) => name,
      () => relayCodec,
    ),
  },
  'y-websocket-server': {
    name: 'y-websocket-server',
    program: './y-websocket-server.ts',
    env: {},
    rooms: named(
      (name) => name,
      () => plainCodec,
    ),
  },
  hocuspocus: {
    name: 'hocuspocus',
    program: './hocuspocus-server.ts',
    env: {},
    rooms: named(() => '', hocuspocusCodec),
  },
  ours: samskrift,
};
