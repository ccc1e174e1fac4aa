import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');

/** Signs the cookies where there is no demo to keep one of its own. */
const SECRET = 'a-secret-that-only-these-tests-know-of';

/** The real program, bundled as it is delivered, in demo mode or without, with a data directory of its own that outlives a kill. */
export class Server {
  /** Whether it has been down, which the persons' browsers complain of. */
  disturbed = false;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'samskrift-e2e-'));
  readonly #demo: boolean;
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #url: URL | null = null;
  #said = '';

  /** @param environment further settings, as whoever runs it gives them */
  constructor(demo: boolean, environment: Readonly<Record<string, string>> = {}) {
    this.#demo = demo;
    this.#environment = environment;
  }

  get url(): URL {
    if (this.#url === null) throw new Error('the server has not been started');
    return this.#url;
  }

  /** What it has printed for whoever makes the first account. */
  get firstLink(): string {
    const link = /^http\S+kod=\S+$/m.exec(this.#said)?.[0];
    if (link === undefined) throw new Error('the server has printed no link');
    return link;
  }

  /** Starts, at the same port as the last time where there was one. */
  async start(): Promise<void> {
    const child = spawn(NODE, [join(ROOT, 'server', 'dist', 'main.js')], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        ...this.#environment,
        ...(this.#demo ? { DEMO: '1' } : { SECRET, MASTER_KEY: '0f'.repeat(32) }),
        DATA_DIR: this.#dataDir,
        PORT: this.#url?.port ?? '0',
      },
    });
    this.#child = child;
    this.#said = '';
    const listening = new Promise<URL>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString();
        const url = /"url":"([^"]+)"/.exec(this.#said)?.[1];
        if (url !== undefined) resolve(new URL(url));
      });
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    const ended = once(child, 'close').then(([code]) => {
      throw new Error(`the server ended with ${String(code)}: ${complaint}`);
    });
    // Ends one day in any case; it is a fault only while somebody waits for the start.
    ended.catch(() => undefined);
    this.#url = await Promise.race([listening, ended]);
  }

  /** Asks it to end, as whoever runs it does; everything is then in the one file of the store. */
  async stop(): Promise<void> {
    this.disturbed = true;
    const child = this.#child;
    if (child === null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  }

  /** Changes words of a stopped server's store, past every guard of the program and of the database. */
  changeStoredBytes(from: string, to: string): void {
    const file = join(this.#dataDir, 'samskrift.db');
    const bytes = readFileSync(file);
    let found = 0;
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) found += bytes.write(to, at);
    if (found === 0 || from.length !== to.length) throw new Error(`the store has no ${from} to overwrite by ${to}`);
    writeFileSync(file, bytes);
  }

  /** Every login is an hour older than it was. */
  ageLogins(): void {
    const database = new DatabaseSync(join(this.#dataDir, 'samskrift.db'));
    database.exec(`UPDATE session SET createdAt = strftime('%Y-%m-%dT%H:%M:%fZ', createdAt, '-1 hour')`);
    database.close();
  }

  /** Nothing can be written to the store until what is returned is called: what a failing disk looks like to the program. */
  blockWrites(): () => void {
    const database = new DatabaseSync(join(this.#dataDir, 'samskrift.db'));
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  }

  /** kill -9: no warning, no flush, no goodbye. */
  async kill(): Promise<void> {
    this.disturbed = true;
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  /** Ends it and removes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
