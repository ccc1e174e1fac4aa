import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { layCompressedBeside } from './compressed.mjs';

it('[K19] beside every file of words lies the same compressed, and beside no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift compressed '));
  mkdirSync(join(folder, 'assets'));
  const script = 'const ord = "så långt";\n'.repeat(100);
  writeFileSync(join(folder, 'assets', 'sida.js'), script);
  writeFileSync(join(folder, 'assets', 'text.woff2'), 'font');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  await layCompressedBeside(folder);
  expect(readdirSync(folder).toSorted()).toEqual(['assets', 'index.html', 'index.html.br']);
  expect(readdirSync(join(folder, 'assets')).toSorted()).toEqual(['sida.js', 'sida.js.br', 'text.woff2']);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'sida.js.br'))).toString()).toBe(script);
  rmSync(folder, { recursive: true });
});
