import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The server and its pages are tested as they are delivered, so they must have been built. */
export default function requireBuilt(): void {
  for (const built of ['client/dist/index.html', 'server/dist/main.js']) {
    const file = fileURLToPath(new URL(`../../${built}`, import.meta.url));
    if (!existsSync(file)) throw new Error(`${built} saknas: bygg först (npm test gör det).`);
  }
}
