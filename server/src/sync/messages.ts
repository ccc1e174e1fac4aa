import { MESSAGE, SYNC } from '@samskrift/shared';
import * as encoding from 'lib0/encoding';

/** Messages as a test's client sends them, built by the protocol's own library and not by the code under test. */
export function syncMessage(step: keyof typeof SYNC, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC[step]);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export function awarenessMessage(
  ...states: readonly (readonly [client: number, clock: number, json: string])[]
): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, states.length);
  for (const [client, clock, json] of states) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}
