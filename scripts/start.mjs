import { setTimeout as pause } from 'node:timers/promises';
import { runNode } from './child.mjs';
import { buildClient } from './client-build.mjs';
import { say, seconds } from './say.mjs';
import { buildServer, SERVER, SERVER_ENV, SERVER_FLAGS } from './server-build.mjs';

const POLL_MS = 100;

/**
 * Builds the pages and the server if needed and runs the server until it ends; with demo persons unless DEMO says otherwise.
 * @param {readonly string[]} args
 */
export async function start(args) {
  const since = performance.now();
  const { HOST: host = '127.0.0.1', PORT: port = '4600', DEMO: demo = '1' } = process.env;
  const address = `http://${reachable(host)}:${port}`;
  const taken = await whoAnswers(address);
  if (taken === 'samskrift') {
    say(`Samskrift kör redan på ${address}. Öppna den adressen, eller stoppa den andra först (Ctrl+C i dess fönster).`);
    return 1;
  }
  if (taken === 'other') {
    say(`Port ${port} används av ett annat program. Välj en annan med PORT, till exempel PORT=4601.`);
    return 1;
  }
  const built = (await buildClient()) || (await buildServer());
  if (built !== 0) return built;

  const ended = new AbortController();
  const announced = announce(address, since, ended.signal);
  const code = await runNode([...SERVER_FLAGS, SERVER, ...args], { env: { ...SERVER_ENV, DEMO: demo } });
  ended.abort();
  await announced;
  if (code !== 0) say(`Servern avslutades med kod ${code}. Skälet står ovan.`);
  return code;
}

/**
 * Says the address when the server is ready, once.
 * @param {string} address
 * @param {number} since
 * @param {AbortSignal} ended
 */
async function announce(address, since, ended) {
  while (!ended.aborted) {
    const answer = await get(`${address}/readyz`, 1000);
    if (answer?.ok && !ended.aborted) {
      say(`Klart på ${seconds(since)}. Öppna ${address} i webbläsaren. Avsluta med Ctrl+C.`);
      return;
    }
    await pause(POLL_MS);
  }
}

/**
 * @param {string} address
 * @returns {Promise<'nobody' | 'samskrift' | 'other'>} other also for one that does not answer HTTP in time
 */
async function whoAnswers(address) {
  const answer = await get(`${address}/healthz`, 5000);
  if (answer === null) return 'nobody';
  return answer.ok ? 'samskrift' : 'other';
}

/**
 * @param {string} url
 * @param {number} ms
 * @returns {Promise<{ readonly ok: boolean } | null>} null where nobody listens, or the address is none (the server says so)
 */
async function get(url, ms) {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(ms), redirect: 'manual' });
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? { ok: false } : null;
  }
}

/**
 * The name by which this machine reaches a server bound to an address.
 * @param {string} host
 */
function reachable(host) {
  if (['127.0.0.1', 'localhost', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
