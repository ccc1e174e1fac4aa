import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';

const FILES = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

const PAGE = `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Samskrift – API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/kontrast.css"></head>
<body><div id="swagger"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger', validatorUrl: null });\n`;

/** Swagger UI's own colours have too little contrast to be read by everybody (WCAG 1.4.3). */
const CONTRAST = `#swagger :is(.opblock-summary-method, .info .title small, .info .title .version) { background: #1e1b16 }
#swagger :is(.url, a) { color: #1a5e55 }
`;

/** A readable page of the API, from files of the package and without a script in the page (the CSP allows none). */
export function docs(): Hono {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve('swagger-ui-dist/package.json'), '..');
  const app = new Hono();
  app.get('/', (c) => c.html(PAGE));
  app.get('/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/kontrast.css', (c) => c.body(CONTRAST, 200, { 'content-type': 'text/css; charset=utf-8' }));
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/${name}`, (c) => c.body(readFileSync(join(folder, name)), 200, { 'content-type': type }));
  }
  return app;
}
