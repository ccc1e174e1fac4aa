import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);
/** Fonts and pictures are compressed in themselves. */
const WORDS = /\.(?:js|css|svg|html|webmanifest)$/;

/**
 * Lays beside every file of words in a folder the same compressed, which the server gives to whoever takes it: over a
 * network it is most of what the first page waits for.
 * @param {string} folder what is read with all its folders
 */
export async function layCompressedBeside(folder) {
  const names = await readdir(folder, { recursive: true });
  const words = names.filter((name) => WORDS.test(name)).map((name) => join(folder, name));
  await Promise.all(words.map(async (file) => writeFile(`${file}.br`, await compress(await readFile(file)))));
}
