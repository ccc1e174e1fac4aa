import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './paths.mjs';
import { hashOf } from './stamp.mjs';

describe('the hash of what something is made from', () => {
  /** @type {string} */
  let folder;
  const hash = () => hashOf([relative(ROOT, folder)]);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samskrift stamp '));
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'a.ts'), 'a');
    writeFileSync(join(folder, 'b.ts'), 'b');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('[K3] is the same while nothing changes, also for a file written again', () => {
    const before = hash();
    writeFileSync(join(folder, 'b.ts'), 'b');
    expect(hash()).toBe(before);
  });

  it.each([
    ['changed', () => writeFileSync(join(folder, 'inner', 'a.ts'), 'A')],
    ['added', () => writeFileSync(join(folder, 'inner', 'c.ts'), '')],
    ['renamed', () => renameSync(join(folder, 'b.ts'), join(folder, 'd.ts'))],
    ['removed', () => rmSync(join(folder, 'b.ts'))],
    [
      'moved between two files',
      () => [writeFileSync(join(folder, 'b.ts'), ''), writeFileSync(join(folder, 'inner', 'a.ts'), 'ab')],
    ],
  ])('[K3] is another when something is %s', (_how, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('[K3] passes over what is installed', () => {
    const before = hash();
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules', 'x.js'), 'x');
    expect(hash()).toBe(before);
  });
});
