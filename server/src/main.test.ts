import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CLOSE } from '@samskrift/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

/** The program as it is really started: a child process, its exit code and what it says. */
describe('the program', () => {
  const folders: string[] = [];
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'samskrift-main-'));
    folders.push(made);
    return made;
  }

  function run(environment: Record<string, string>, nodeArgs: readonly string[] = []) {
    const child = spawn(process.execPath, [...nodeArgs, join(import.meta.dirname, 'main.ts')], {
      env: { PATH: process.env.PATH, PORT: '0', DEMO: '1', ...environment },
    });
    children.push(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const exited = once(child, 'close').then(([code]) => code as number | null);
    const listening = new Promise<URL>((resolve, reject) => {
      child.stdout.on('data', () => {
        const url = /"url":"([^"]+)"/.exec(said.out)?.[1];
        if (url !== undefined) resolve(new URL(url));
      });
      exited.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)), reject);
    });
    // A run that is meant to be refused never listens, and nobody waits for that.
    listening.catch(() => undefined);
    return { child, said, exited, listening };
  }

  it('[C2] wrong settings end with 78, a line each on stderr, and no data directory', async () => {
    const DATA_DIR = join(folder(), 'data');
    const { exited, said } = run({ DATA_DIR, PORT: 'abc', LOG_LEVEL: 'x' });
    expect(await exited).toBe(78);
    expect(said.err.trim().split('\n')).toHaveLength(2);
    expect(said.out).toBe('');
    expect(() => statSync(DATA_DIR)).toThrow('ENOENT');
  });

  it('[C7] a port in use ends with 78 and one line, before any store is made', async () => {
    const DATA_DIR = folder();
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const { exited, said } = run({ DATA_DIR, PORT });
    expect(await exited).toBe(78);
    expect(said.err).toMatch(/^Porten \d+ på 127\.0\.0\.1 används redan.*\n$/);
    expect(() => statSync(join(DATA_DIR, 'samskrift.db'))).toThrow('ENOENT');
    holder.close();
  });

  it('[C8] a data directory that cannot be written ends with 78 and one line', async () => {
    const parent = folder();
    // A file in its place fails for root too, as missing rights do not.
    const DATA_DIR = join(parent, 'fil', 'data');
    mkdirSync(parent, { recursive: true });
    new DatabaseSync(join(parent, 'fil')).exec('CREATE TABLE a (b)');
    const { exited, said } = run({ DATA_DIR });
    expect(await exited).toBe(78);
    expect(said.err).toMatch(/^Datamappen .* går inte att skriva i \(ENOTDIR\).*\n$/);
  });

  it('[C9] a store of a later version is refused with 78 and left as it is', async () => {
    const DATA_DIR = folder();
    const first = run({ DATA_DIR });
    await first.listening;
    first.child.kill('SIGTERM');
    await first.exited;
    const database = new DatabaseSync(join(DATA_DIR, 'samskrift.db'));
    database.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-framtid', '2030-01-01')`);
    database.close();
    const { exited, said } = run({ DATA_DIR });
    expect(await exited).toBe(78);
    expect(said.err).toMatch(/nyare Samskrift \(999-framtid\)/);
  });

  it('[C15] a store whose tables are another build’s is refused with 78 and one line that names the table', async () => {
    const DATA_DIR = folder();
    const first = run({ DATA_DIR });
    await first.listening;
    first.child.kill('SIGTERM');
    await first.exited;
    const database = new DatabaseSync(join(DATA_DIR, 'samskrift.db'));
    database.exec('DROP TABLE kedja');
    database.close();
    const { exited, said } = run({ DATA_DIR });
    expect(await exited).toBe(78);
    expect(said.err).toMatch(/^Databasen .+ tabellen kedja saknas .+\n$/);
  });

  it('[Q7] another master key than the store’s ends with 78 and one line, and changes nothing', async () => {
    const DATA_DIR = folder();
    const MASTER_KEY = 'ab'.repeat(32);
    const first = run({ DATA_DIR, MASTER_KEY });
    await first.listening;
    first.child.kill('SIGTERM');
    await first.exited;
    const { exited, said } = run({ DATA_DIR, MASTER_KEY: 'cd'.repeat(32) });
    expect(await exited).toBe(78);
    expect(said.err).toMatch(/^Databasen .+ är krypterad med en annan huvudnyckel: .+\n$/);
    await run({ DATA_DIR, MASTER_KEY }).listening;
  });

  it('[C10] a data directory is one process’s at a time, and free again when that process is killed', async () => {
    const DATA_DIR = folder();
    const first = run({ DATA_DIR });
    await first.listening;
    const second = run({ DATA_DIR });
    expect(await second.exited).toBe(78);
    expect(second.said.err).toMatch(/används av en annan Samskrift/);
    first.child.kill('SIGKILL');
    await first.exited;
    await run({ DATA_DIR }).listening;
  });

  it('[C11] the secret of demo mode is kept for its owner only, and a restart logs nobody out', async () => {
    const DATA_DIR = folder();
    const first = run({ DATA_DIR });
    const url = await first.listening;
    const login = await fetch(new URL('/api/auth/demo/logga-in', url), {
      method: 'POST',
      headers: { origin: url.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ personId: 'anna-lindqvist' }),
    });
    const cookie = login.headers.getSetCookie().join('; ').split(';')[0] ?? '';
    expect(statSync(join(DATA_DIR, 'demohemlighet')).mode & 0o777).toBe(0o600);
    first.child.kill('SIGKILL');
    await first.exited;
    const again = await run({ DATA_DIR }).listening;
    const mig = await fetch(new URL('/api/mig', again), { headers: { cookie } });
    expect(await mig.json()).toMatchObject({ namn: 'Anna Lindqvist', demo: true });
  });

  /** Runs `then` when the HTTP app is about to be loaded. */
  const whenAppIsAskedFor = (then: string): readonly string[] => {
    const hook = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) { if (name.endsWith('/http-app.ts')) { ${then} } return next(name, context); } });`;
    return ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  };

  it('[C16] the rooms are served before the HTTP app is loaded, which answers what came meanwhile, and comes unasked too', async () => {
    const { said, listening, child } = run({ DATA_DIR: folder() }, whenAppIsAskedFor('console.log("app")'));
    const url = await listening;
    const socket = new WebSocket(new URL('/sync/konstrunda-utlatande', url.origin.replace('http', 'ws')));
    const [code] = await once(socket, 'close');
    expect(code).toBe(CLOSE.unauthenticated);
    expect((await fetch(new URL('/api/mig', url))).status).toBe(401);
    expect(said.out).toMatch(/"msg":"listening"[\s\S]*\napp\n/);
    child.kill('SIGKILL');

    const unasked = run({ DATA_DIR: folder() }, whenAppIsAskedFor('console.log("app")'));
    await unasked.listening;
    while (!unasked.said.out.includes('\napp\n')) await once(unasked.child.stdout, 'data');
  });

  it('[C17] an HTTP app that cannot be loaded is logged by its reason and ends the process with 1', async () => {
    const { said, exited } = run({ DATA_DIR: folder() }, whenAppIsAskedFor('throw new Error("a file is missing")'));
    expect(await exited).toBe(1);
    expect(said.out).toMatch(/"level":60.*the HTTP app could not be loaded.*a file is missing/);
  });

  it('[C18] a process that is killed leaves its modules compiled to the next start', async () => {
    const NODE_COMPILE_CACHE = folder();
    const { child, listening, exited } = run({ DATA_DIR: folder(), NODE_COMPILE_CACHE });
    const url = await listening;
    await fetch(new URL('/api/mig', url));
    child.kill('SIGKILL');
    await exited;
    expect(readdirSync(NODE_COMPILE_CACHE, { recursive: true }).length).toBeGreaterThan(100);
  });

  it('[A12] each start without an administrator prints a link of its own, and none once it has been used', async () => {
    const environment = { DATA_DIR: folder(), DEMO: '0', SECRET: 'x'.repeat(32), MASTER_KEY: '0f'.repeat(32) };
    const link = async () => {
      const one = run(environment);
      const url = await one.listening;
      const stop = async () => {
        one.child.kill('SIGTERM');
        await one.exited;
        return one.said.out.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      };
      const ask = (path: string, body: object) => {
        const headers = { origin: url.origin, 'content-type': 'application/json' };
        return fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) });
      };
      return { one, stop, ask };
    };
    const kodOf = (lines: readonly string[]) => lines.flatMap((line) => /kod=([\w-]{43})$/.exec(line)?.[1] ?? []);
    const old = kodOf(await (await link()).stop());
    expect(old).toHaveLength(1);

    const second = await link();
    expect((await second.ask('/api/losenord/lank', { kod: old[0] })).status).toBe(410);
    const [kod = ''] = kodOf(second.one.said.out.split('\n'));
    const person = { namn: 'Ada Första', epost: 'ada@exempel.se', losenord: 'ett långt lösenord' };
    expect((await second.ask('/api/losenord', { kod, ...person })).status).toBe(200);
    await second.stop();
    const logged = second.one.said.out.split('\n').filter((line) => line.startsWith('{'));
    expect(logged.join('')).not.toContain(kod);

    expect(await (await link()).stop()).toEqual([]);
  });

  it('[C14] an error that nobody caught is logged and ends it with 1', async () => {
    const fault = 'process.on("SIGUSR2", () => { throw new Error("a fault of ours"); })';
    const { child, listening, exited, said } = run({ DATA_DIR: folder() }, [
      '--import',
      `data:text/javascript,${fault}`,
    ]);
    await listening;
    child.kill('SIGUSR2');
    expect(await exited).toBe(1);
    expect(said.out).toMatch(/"level":60.*a fault of ours/);
  });

  it('[C12] SIGTERM ends it with 0 within five seconds, also with a connection held open', async () => {
    const { child, listening, exited } = run({ DATA_DIR: folder() });
    const url = await listening;
    await fetch(new URL('/healthz', url), { keepalive: true });
    const since = performance.now();
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(performance.now() - since).toBeLessThan(5_000);
  });
});
