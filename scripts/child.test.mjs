import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';

const child = JSON.stringify(new URL('./child.mjs', import.meta.url).href);
const start = JSON.stringify(new URL('./start.mjs', import.meta.url).href);

/** @param {string} program what the command's child does */
const command = (program) => [
  '--input-type=module',
  '--eval',
  `import { run } from ${child}; process.exitCode = await run(process.execPath, ['--eval', ${JSON.stringify(program)}]);`,
];

describe('a command', () => {
  it.each([0, 1, 78])('[K2] ends with the exit code %i of what it ran', (code) => {
    expect(spawnSync(process.execPath, command(`process.exitCode = ${code}`)).status).toBe(code);
  });

  it('[K2] ends with 127 and says why where the program cannot be started', () => {
    const program = `import { run } from ${child}; process.exitCode = await run('/finns/inte', []);`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('Kunde inte starta /finns/inte');
    expect(status).toBe(127);
  });

  it('[K2] passes SIGTERM on, once however often it is told', async () => {
    const program = `
      let times = 0;
      process.on('SIGTERM', () => {
        times++;
        console.log('heard');
        setTimeout(() => process.exit(40 + times), 200);
      });
      setInterval(() => {}, 1000);
      console.log('ready');`;
    const running = spawn(process.execPath, command(program), { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(running.stdout, 'data');
    running.kill('SIGTERM');
    await once(running.stdout, 'data');
    running.kill('SIGTERM');
    const [code] = await once(running, 'exit');
    expect(code).toBe(41);
  });

  it.skipIf(process.platform === 'win32')('[K2] ends what it runs when npm is told to stop', async () => {
    const program = `
      process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
      setInterval(() => {}, 1000);
      console.log('ready');`;
    const [flag = '', evaluate = '', text = ''] = command(program);
    const quoted = [process.execPath, flag, evaluate, text]
      .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
      .join(' ');
    // What npm does: a shell in between, which a signal ends without telling its child.
    const shell = spawn('/bin/sh', ['-c', `${quoted}; exit $?`], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.on('data', (bytes) => {
      said += bytes;
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGTERM');
    await once(shell, 'close');
    expect(said).toBe('ready\nstopped\n');
  });

  it.each([
    [200, 'Samskrift kör redan på'],
    [404, 'används av ett annat program'],
  ])('[K5] start says who has the port that answers %i, and starts nothing', async (status, words) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const PORT = String(typeof address === 'object' ? address?.port : '');
    const program = `import { start } from ${start}; process.exitCode = await start([]);`;
    const running = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, HOST: '127.0.0.1', PORT },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    running.stderr.on('data', (bytes) => {
      said += bytes;
    });
    const [code] = await once(running, 'close');
    server.close();
    expect(said).toContain(words);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
