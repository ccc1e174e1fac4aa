import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { Door } from './door.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The door on a port of its own; `arrived` resolves when another request has come to it. */
async function openDoor() {
  const door = new Door();
  const server = createServer(door.answer).listen(0, '127.0.0.1');
  closing.push(() => server.close().closeAllConnections());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const probe = async (path: string) => {
    const answer = await fetch(url + path);
    return [answer.status, await answer.json()];
  };
  return { door, url, probe, arrived: () => once(server, 'request') };
}

const echo: RequestListener = (request, response) => {
  response.writeHead(200, { 'x-path': request.url ?? '' });
  request.pipe(response);
};

it('[C16] what is asked before the app is there waits for it, and is answered by it with its whole body', async () => {
  const { door, url, arrived } = await openDoor();
  const order: string[] = [];
  const ask = (path: string, body: string) =>
    fetch(url + path, { method: 'POST', body }).then(async (answer) => {
      order.push('answered');
      return [answer.status, answer.headers.get('x-path'), await answer.text()];
    });
  const first = arrived();
  const before = ask('/before', 'x'.repeat(200_000));
  await first;
  const app = Promise.withResolvers<RequestListener>();
  let loads = 0;
  door.open(
    async () => true,
    () => {
      loads++;
      return app.promise;
    },
  );
  const second = arrived();
  const after = ask('/after', 'y');
  await second;
  order.push('loaded');
  app.resolve(echo);
  expect(await before).toEqual([200, '/before', 'x'.repeat(200_000)]);
  expect(await after).toEqual([200, '/after', 'y']);
  expect(order).toEqual(['loaded', 'answered', 'answered']);
  expect(loads).toBe(1);
});

it('[C16] the probes tell the truth meanwhile, and load nothing', async () => {
  const { door, url, probe } = await openDoor();
  expect(await probe('/healthz')).toEqual([200, { status: 'ok' }]);
  expect(await probe('/readyz')).toEqual([503, { status: 'startar' }]);
  let ready = true;
  let loads = 0;
  door.open(
    async () => ready,
    async () => {
      loads++;
      return echo;
    },
  );
  expect(await probe('/readyz')).toEqual([200, { status: 'ok' }]);
  ready = false;
  expect(await probe('/readyz')).toEqual([503, { status: 'lagringsfel' }]);
  expect(await probe('/healthz')).toEqual([200, { status: 'ok' }]);
  expect(loads).toBe(0);
  expect((await fetch(`${url}/other`)).headers.get('x-path')).toBe('/other');
  expect((await fetch(`${url}/readyz`)).headers.get('x-path')).toBe('/readyz');
  await door.close();
});

it('[H12] the answers before the app forbid scripts, frames and guessing at types', async () => {
  const { url } = await openDoor();
  for (const path of ['/healthz', '/readyz']) {
    const { headers } = await fetch(url + path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
