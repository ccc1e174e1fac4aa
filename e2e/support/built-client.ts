import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The pages are tested as they are served, so they must have been built. */
export default function requireBuiltClient(): void {
  const page = fileURLToPath(new URL('../../client/dist/index.html', import.meta.url));
  if (!existsSync(page)) throw new Error('client/dist saknas: bygg sidorna först (npm test gör det).');
}
