import { Worker } from 'node:worker_threads';

/** Operations of a thread by name; what goes in and out survives a structured clone. */
export type Operations = Record<string, (...args: never[]) => unknown>;

interface Answer {
  readonly call: number;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly code: string; readonly errcode: number };
}

/** An operation failed in its thread; `errcode` is SQLite's extended result code (https://sqlite.org/rescode.html), 0 for others. */
export class ThreadError extends Error {
  readonly code: string;
  readonly errcode: number;
  constructor(message: string, code: string, errcode: number) {
    super(message);
    this.name = 'ThreadError';
    this.code = code;
    this.errcode = errcode;
  }
}

/** A worker thread whose operations are called like functions that return promises. */
export class ThreadClient<Ops extends Operations> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #calls = 0;
  #dead: Error | null = null;

  constructor(module: URL, workerData: unknown) {
    this.#worker = new Worker(module, { workerData });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#die(new ThreadError('the thread has ended', 'THREAD_ENDED', 0)));
  }

  get ended(): boolean {
    return this.#dead !== null;
  }

  call<Name extends keyof Ops & string>(
    name: Name,
    args: Parameters<Ops[Name]>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<ReturnType<Ops[Name]>> {
    if (this.#dead !== null) return Promise.reject(this.#dead);
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve: resolve as (value: unknown) => void, reject });
      this.#worker.postMessage({ call, name, args }, transfer);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.call);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.call);
    if (answer.error === undefined) waiting.resolve(answer.value);
    else waiting.reject(new ThreadError(answer.error.message, answer.error.code, answer.error.errcode));
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#dead);
    this.#waiting.clear();
  }
}
