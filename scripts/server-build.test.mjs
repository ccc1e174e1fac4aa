import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot, NODE } from './paths.mjs';
import { buildServer, SERVER, SERVER_ENV, SERVER_FLAGS } from './server-build.mjs';
import { stamp } from './stamp.mjs';

describe('the built server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift-built-'));
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  beforeAll(async () => expect(await buildServer()).toBe(0));
  afterAll(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** @returns {Promise<string>} where it listens */
  async function started() {
    child = spawn(NODE, [SERVER], {
      env: { PATH: process.env.PATH, DEMO: '1', PORT: '0', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    /** @type {PromiseWithResolvers<string>} */
    const { promise, resolve, reject } = Promise.withResolvers();
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const url = /"url":"([^"]+)"/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    return promise;
  }

  it('[K17] serves rooms and HTTP, and has every thread and file it needs', async () => {
    const url = await started();
    const headers = { origin: url, 'content-type': 'application/json' };
    const body = JSON.stringify({ personId: 'goran-ek' });
    const login = await fetch(`${url}/api/auth/demo/logga-in`, { method: 'POST', headers, body });
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const asked = async (/** @type {string} */ path, method = 'GET') =>
      (await fetch(url + path, { method, headers: { ...headers, cookie } })).status;

    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/foreningsbidrag-paragraf`, { headers: { cookie } });
    socket.binaryType = 'arraybuffer';
    await once(socket, 'open');
    const answer = once(socket, 'message');
    socket.send(new Uint8Array([0, 0, 1, 0]));
    expect([...new Uint8Array((await answer)[0].data).subarray(0, 2)]).toEqual([0, 1]);
    socket.close();

    expect(await asked('/readyz')).toBe(200);
    expect(await asked('/api/handlingar/foreningsbidrag-paragraf/justera', 'POST')).toBe(200);
    expect(await asked('/api/kontroll')).toBe(200);
    expect(await asked('/api/docs/swagger-ui.css')).toBe(200);
    expect(await asked('/metrics')).toBe(200);
  });

  it('[K18] loads neither the text schema nor better-auth, zod or the HTTP app before the rooms are served', () => {
    const read = (/** @type {string} */ file) => readFileSync(join(SERVER, '..', file), 'utf8');
    const program = /import\("\.\/(program-[^"]+)"\)/.exec(read('main.js'))?.[1] ?? '';
    const files = new Set([program]);
    for (const file of files) {
      for (const [, name = ''] of read(file).matchAll(/^import .*"\.\/([^"]+)";$/gm)) files.add(name);
    }
    const modules = [...files].flatMap((file) => read(file).match(/^\/\/.*\.(?:ts|m?js)$/gm) ?? []).join('\n');
    for (const wanted of ['src/sync/rooms.ts', '/yjs.mjs', '/kysely/']) expect(modules).toContain(wanted);
    for (const other of ['@tiptap', 'prosemirror', 'better-auth', '/zod/', 'prom-client', 'src/app.ts']) {
      expect(modules).not.toContain(other);
    }
  });

  it('[K17] is built once from the same sources, and anew where a build was cut off', async () => {
    const written = () => statSync(SERVER).mtimeMs;
    const before = written();
    expect(await buildServer()).toBe(0);
    expect(written()).toBe(before);
    stamp('server', '');
    expect(await buildServer()).toBe(0);
    expect(written()).toBeGreaterThan(before);
  });

  it('[K17] is what npm start and the bench run', () => {
    const read = (/** @type {readonly string[]} */ ...parts) => readFileSync(inRoot(...parts), 'utf8');
    expect(read('scripts', 'start.mjs')).toMatch(/buildServer\(\)[\s\S]*runNode\(\[\.\.\.SERVER_FLAGS, SERVER,/);
    const bench = read('server', 'bench', 'src', 'samskrift.ts');
    expect(bench).toContain("'../../dist/main.js'");
    for (const [name, value] of Object.entries(SERVER_ENV)) expect(bench).toContain(`${name}: '${value}'`);
    expect(bench).toContain(`flags: [${SERVER_FLAGS.map((flag) => `'${flag}'`).join(', ')}]`);
  });
});
