import type { MessagePort } from 'node:worker_threads';
import type { Operations } from './thread-client.ts';

/** By operation, the byte arrays in its answer that are handed over instead of copied: nothing here may hold on to them. */
export type Gives<Ops extends Operations> = {
  readonly [Name in keyof Ops]?: (value: ReturnType<Ops[Name]>) => readonly Uint8Array[];
};

/** The thread's side of ThreadClient: one call after another, each answered with its value or its error. */
export function serveThread<Ops extends Operations>(port: MessagePort, operations: Ops, gives: Gives<Ops> = {}): void {
  port.on('message', ({ call, name, args }: { call: number; name: string; args: never[] }) => {
    const operation = operations[name];
    if (operation === undefined) throw new RangeError(`no operation ${name}`);
    try {
      const value = operation(...args) as ReturnType<Ops[string]>;
      port.postMessage({ call, value }, buffersOf(gives[name]?.(value) ?? []));
    } catch (error) {
      port.postMessage({ call, error: describe(error) });
    }
  });
}

/** Several arrays may be views of one buffer. */
function buffersOf(bytes: readonly Uint8Array[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of bytes) if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  return [...buffers];
}

function describe(error: unknown): { message: string; code: string; errcode: number } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return { message, code, errcode };
}
