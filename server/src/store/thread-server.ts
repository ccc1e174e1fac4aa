import type { MessagePort } from 'node:worker_threads';
import type { Operations } from './thread-client.ts';

/** The thread's side of ThreadClient: one call after another, each answered with its value or its error. */
export function serveThread(port: MessagePort, operations: Operations): void {
  port.on('message', ({ call, name, args }: { call: number; name: string; args: never[] }) => {
    const operation = operations[name];
    if (operation === undefined) throw new RangeError(`no operation ${name}`);
    try {
      port.postMessage({ call, value: operation(...args) });
    } catch (error) {
      port.postMessage({ call, error: describe(error) });
    }
  });
}

function describe(error: unknown): { message: string; code: string; errcode: number } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return { message, code, errcode };
}
