/**
 * The door of every command in the root package.json: `node scripts/samskrift.mjs COMMAND [arguments]`. Runs on any Node
 * from 20 with nothing installed, which is why these files are plain JavaScript and import no package: they install what
 * is missing, and everything after that runs by the Node 24 that the workspace brings.
 */
import { bench } from './bench.mjs';
import { check } from './check.mjs';
import { serverCommand } from './cli.mjs';
import { format } from './format.mjs';
import { install } from './install.mjs';
import { say } from './say.mjs';
import { start } from './start.mjs';
import { test } from './test.mjs';

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<number>>>} */
const COMMANDS = {
  start,
  test,
  check,
  bench,
  verify: (args) => serverCommand('verify', args),
  import: (args) => serverCommand('import', args),
  'rotate-keys': (args) => serverCommand('rotate-keys', args),
  format,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  say(`Okänt kommando «${name}». Välj ett av: ${Object.keys(COMMANDS).join(', ')}.`);
  process.exitCode = 64;
} else {
  const installed = await install();
  process.exitCode = installed === 0 ? await command(args) : installed;
}
