import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { nej } from './fel.ts';

/** Vite names what lies here by its content: it can be kept for ever. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** The built client. A page address that is no file is answered by the app itself, and only where a page was asked for. */
export function staticFiles(clientDir: string): Hono {
  const app = new Hono();
  // After the answer and not in serveStatic's onFound, which is called when the headers have been sealed.
  app.use(async (c, next) => {
    await next();
    const forever = c.res.ok && HASHED.test(c.req.path);
    c.res.headers.set('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(serveStatic({ root: clientDir, precompressed: true }));
  app.get('*', async (c) => {
    if (!(c.req.header('accept') ?? '').includes('text/html')) return nej(c, 'finnsInte');
    return c.html(await readFile(join(clientDir, 'index.html'), 'utf8'));
  });
  return app;
}
