import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { evenRefusals } from './even-time.ts';

it('[H25] «finns inte» is answered when its time has come and not before; what is there is answered at once', async () => {
  const time = Promise.withResolvers<void>();
  const order: string[] = [];
  const app = new Hono();
  app.use(
    evenRefusals(() => {
      order.push('begun');
      return time.promise;
    }),
  );
  app.get('/finns', (c) => c.text('ja'));
  app.get('/hemlig', (c) => {
    order.push('asked');
    return c.text('nej', 404);
  });
  expect((await app.request('/finns')).status).toBe(200);
  const answers = ['/hemlig', '/borta'].map(async (path) => {
    const { status } = await app.request(path);
    order.push(`${path} ${status}`);
  });
  await app.request('/finns');
  expect(order).toEqual(['begun', 'begun', 'asked', 'begun', 'begun']);
  time.resolve();
  await Promise.all(answers);
  expect(order.slice(5).sort()).toEqual(['/borta 404', '/hemlig 404']);
});
