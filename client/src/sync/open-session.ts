import { type Ratt, SCHEMA_VERSION } from '@samskrift/shared';
import { HandlingSession } from './session.ts';

export interface Person {
  readonly id: string;
  readonly namn: string;
}

/** A handling's session with the server that the page came from. */
export function openSession(person: Person, handlingId: string, ratt: Ratt | null): HandlingSession {
  return new HandlingSession({
    url: syncUrl(window.location),
    handlingId,
    person: { id: person.id, namn: person.namn },
    schemaVersion: SCHEMA_VERSION,
    WebSocket,
    ratt,
  });
}

function syncUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`;
}
