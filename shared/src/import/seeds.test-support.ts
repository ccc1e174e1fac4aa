// biome-ignore lint/style/noRestrictedImports: a test reads files that lie outside the package.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
// biome-ignore lint/style/noRestrictedImports: as above.
import { fileURLToPath } from 'node:url';

const MAPP = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url));

/** The text of a real document beside the repository, by the number its name begins with; null when it is not there. */
export function seed(nummer: string): string | null {
  const namn = existsSync(MAPP) ? readdirSync(MAPP).find((fil) => fil.startsWith(`${nummer}_`)) : undefined;
  return namn === undefined ? null : readFileSync(`${MAPP}/${namn}`, 'utf8');
}
