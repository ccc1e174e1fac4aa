import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './paths.mjs';

const SPEC = readFileSync(join(ROOT, 'server/SPEC.md'), 'utf8');
/** A contract is a test that several implementations share. */
const TEST = /(\.(test|spec)\.(tsx?|mjs)|\/contract\.ts)$/;

/** @returns {readonly string[]} every match of the pattern's first group */
const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** @returns {readonly string[]} every test file below a folder of the repository */
const tests = (/** @type {string} */ folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => TEST.test(file));

/** @returns {readonly string[]} what occurs more than once */
const repeated = (/** @type {readonly string[]} */ list) => list.filter((one, index) => list.indexOf(one) !== index);

describe('server/SPEC.md', () => {
  const rules = all(SPEC, /^- \*\*([A-Z]{1,2}\d+)\*\*/gm);
  const held = new Set(
    ['shared/src', 'server/src', 'server/bench/src', 'client/src', 'e2e/specs', 'scripts']
      .flatMap(tests)
      .flatMap((file) => all(readFileSync(file, 'utf8'), /\[([A-Z]{1,2}\d+)\]/g)),
  );

  it('[K12] has no rule that no test holds', () => {
    expect(rules.filter((rule) => !held.has(rule))).toEqual([]);
  });

  it('[K12] has the rule of every test that names one', () => {
    expect([...held].filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('[K12] gives no id and no letter twice, and counts without a gap', () => {
    expect(repeated(rules)).toEqual([]);
    expect(repeated(all(SPEC, /^## ([A-Z]{1,2}) · /gm))).toEqual([]);
    const sections = SPEC.split(/^## /m).slice(1);
    for (const section of sections) {
      const ids = all(section, /^- \*\*([A-Z]{1,2}\d+)\*\*/gm);
      const [letters = ''] = section.split(' · ');
      expect(ids).toEqual(ids.map((_, index) => `${letters}${index + 1}`));
    }
  });
});
