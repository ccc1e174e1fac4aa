import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Codec } from './codec.ts';

export const SYSTEMS = ['relay', 'y-websocket-server', 'hocuspocus', 'ours'] as const;
export type SystemName = (typeof SYSTEMS)[number];

/** Where a room is and how one talks to it. */
export interface Room {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly codec: Codec;
}

/** How a system is started and how rooms come about in it. */
export interface SystemKind {
  readonly name: SystemName;
  /** The server's program, relative to this folder. */
  readonly program: string;
  /** What Node is told where the system is delivered so. */
  readonly flags?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Makes rooms; run again after a restart it is not: they are on the disk. */
  rooms(address: Address, count: number): Promise<readonly Room[]>;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

const HOST = '127.0.0.1';
const START_LIMIT = 20_000;
const STOP_LIMIT = 15_000;
const PROBE_PAUSE = 3;

/** A system under measurement as a process of its own; the data and the port outlive a restart. */
export class RunningSystem {
  readonly kind: SystemKind;
  readonly dataDir: string;
  readonly address: Address;
  #process: ChildProcess | null = null;

  constructor(kind: SystemKind, dataDir: string, port: number) {
    this.kind = kind;
    this.dataDir = dataDir;
    this.address = { host: HOST, port };
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error(`${this.kind.name} is not running`);
    return pid;
  }

  /** @returns ms from the start of the process until it is ready. */
  async start(): Promise<number> {
    const log = openSync(join(this.dataDir, 'server.log'), 'a');
    const from = performance.now();
    this.#process = spawn(
      process.execPath,
      [...nodeFlags(), ...(this.kind.flags ?? []), fileURLToPath(new URL(this.kind.program, import.meta.url))],
      {
        env: {
          ...process.env,
          ...this.kind.env,
          HOST: this.address.host,
          PORT: String(this.address.port),
          DATA_DIR: this.dataDir,
        },
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    while (!(await isReady(this.address))) {
      const { exitCode } = this.#process;
      if (exitCode !== null || performance.now() - from > START_LIMIT) {
        throw new Error(`${this.kind.name} did not start (exit ${exitCode}):\n${this.log()}`);
      }
      await pause(PROBE_PAUSE);
    }
    return performance.now() - from;
  }

  /** SIGTERM, and SIGKILL where that is not enough. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  rooms(count: number): Promise<readonly Room[]> {
    return this.kind.rooms(this.address, count);
  }

  /** The end of what the server has printed. */
  log(): string {
    return readFileSync(join(this.dataDir, 'server.log'), 'utf8').slice(-2000);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const hard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
    await ended;
    clearTimeout(hard);
    this.#process = null;
  }
}

/** BENCH_NODE_FLAGS goes to every server alike, for profiles (`--cpu-prof`). */
function nodeFlags(): readonly string[] {
  const flags = process.env.BENCH_NODE_FLAGS;
  return flags ? flags.split(' ') : [];
}

/** A port the operating system says nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  server.close();
  await once(server, 'close');
  return address.port;
}

/** Every server answers 200 there: ours when it is ready, the others as they answer every path. */
const READY_PATH = '/readyz';

function isReady({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host, port, path: READY_PATH, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}
