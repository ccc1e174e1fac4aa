/** `npm run verify`: recomputes every chain of seals from the stored bytes. Exit 0 where all holds, 1 where something does not. */
import { existingDataFile, noDataFile } from './data-file.ts';
import { EXIT } from './exit-codes.ts';
import { verifyFile } from './verify-file.ts';

const file = existingDataFile(process.env);
if (file === null) {
  console.error(noDataFile(process.env));
  process.exitCode = EXIT.noInput;
} else {
  const { lines, ok } = await verifyFile(file);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = ok ? EXIT.ok : EXIT.fault;
}
