import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary, inRoot, NODE } from './paths.mjs';

const CONFIGURATION = [
  'biome.json',
  'knip.json',
  '.oxlintrc.json',
  '.gitignore',
  'package.json',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'vitest.config.ts',
  ...['shared', 'server', 'server/bench', 'client', 'e2e'].map((folder) => `${folder}/package.json`),
  ...['shared', 'server', 'client'].map((folder) => `${folder}/tsconfig.json`),
];

/** One fault a file; what keeps each of them from being another fault too is in SOUND. */
const PLANTED = {
  'server/src/upward.ts': "import { page } from '@samskrift/client';\nexport const upward = page;\n",
  'server/src/around.ts': "import { page } from '../../client/src/page.ts';\nexport const around = page;\n",
  'client/src/value.ts': "import { app } from '@samskrift/server';\nexport const value = app;\n",
  'client/src/api.ts': "import { app } from '@samskrift/server';\nexport const api = app;\n",
  'shared/src/impure.ts': "import { readFileSync } from 'node:fs';\nexport const impure = readFileSync;\n",
  'shared/src/upward.ts': "import { app } from '@samskrift/server';\nexport const upward = app;\n",
  'e2e/src/peek.ts': "import { domain } from '@samskrift/shared';\nexport const peek = domain;\n",
  'server/src/round.ts': "import { trip } from './trip.ts';\n\nexport const round = (): number => trip();\n",
  'server/src/trip.ts': "import { round } from './round.ts';\n\nexport const trip = (): number => round();\n",
  'server/src/floating.ts':
    "import { readFile } from 'node:fs/promises';\n\nexport function floating(): void {\n  readFile('x');\n}\n",
  'server/src/any.ts': 'export const any = (value: any): unknown => value;\n',
  'server/src/unformed.ts': 'export  const unformed = "x"\n',
  'server/src/long.ts': `${'export {};\n'.repeat(301)}`,
  'server/src/type.ts': "export const type: number = 'x';\n",
};
const SOUND = {
  'shared/src/index.ts': "export const domain = 'x';\nexport const nobodyAsks = 'y';\n",
  'server/src/main.ts': "import { word } from './word.ts';\n\nprocess.stdout.write(word);\n",
  'server/src/word.ts': "import { domain } from '@samskrift/shared';\n\nexport const word = domain;\n",
  'server/src/orphan.ts': "export const orphan = 'x';\n",
};

describe('npm run check', () => {
  // Beside nothing: tsgolint looks for projects in the folders above a file that belongs to none.
  const root = mkdtempSync(join(tmpdir(), 'samskrift-planted-'));
  /** @param {string} program @param {readonly string[]} args */
  const run = (program, args) => {
    const { stdout, stderr, status } = spawnSync(NODE, [program, ...args], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { output: stdout, errors: stderr, status };
  };
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @param {string} file @param {string} what */
  const add = (file, what) => found.set(file, `${found.get(file) ?? ''} ${what}`);

  beforeAll(() => {
    for (const file of CONFIGURATION) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      cpSync(inRoot(file), join(root, file));
    }
    for (const folder of ['.', 'shared', 'server', 'server/bench', 'client', 'e2e']) {
      symlinkSync(inRoot(folder, 'node_modules'), join(root, folder, 'node_modules'), 'junction');
    }
    for (const [file, text] of Object.entries({ ...SOUND, ...PLANTED })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    writeFileSync(join(root, 'e2e/tsconfig.json'), '{ "extends": "../tsconfig.base.json", "include": ["src"] }\n');

    const biome = run(binary('.', '@biomejs/biome', 'biome'), ['check', '--reporter=json', '--max-diagnostics=none']);
    for (const { category, location } of JSON.parse(biome.output).diagnostics) {
      add(location.path.replaceAll('\\', '/'), category);
    }
    const oxlint = run(binary('.', 'oxlint', 'oxlint'), [
      '--type-aware',
      '--format=unix',
      'server',
      'client',
      'shared',
    ]);
    for (const [, file = '', rule = ''] of oxlint.output.matchAll(/^(\S+?):\d+:\d+: .*\[(.+)\]$/gm)) {
      add(file.replaceAll('\\', '/'), rule);
    }
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    ['server/src/upward.ts', 'noRestrictedImports'],
    ['server/src/around.ts', 'noRestrictedImports'],
    ['client/src/value.ts', 'noRestrictedImports'],
    ['client/src/api.ts', 'no-restricted-imports'],
    ['shared/src/impure.ts', 'noRestrictedImports'],
    ['shared/src/upward.ts', 'noRestrictedImports'],
    ['e2e/src/peek.ts', 'noRestrictedImports'],
    ['server/src/round.ts', 'noImportCycles'],
    ['server/src/trip.ts', 'noImportCycles'],
    ['server/src/floating.ts', 'no-floating-promises'],
    ['server/src/any.ts', 'noExplicitAny'],
    ['server/src/unformed.ts', 'format'],
    ['server/src/long.ts', 'noExcessiveLinesPerFile'],
  ])('[K1] finds what is planted in %s', (file, rule) => {
    expect(found.get(file)).toContain(rule);
  });

  it('[K1] finds nothing in files without a fault', () => {
    expect(found.get('server/src/main.ts')).toBeUndefined();
    expect(found.get('shared/src/index.ts')).toBeUndefined();
  });

  it('[K1] finds a wrong type', () => {
    const { output, status } = run(binary('.', 'typescript', 'tsc'), ['-p', 'server']);
    expect(output).toMatch(/server.src.type\.ts\(1,14\): error TS2322/);
    expect(status).not.toBe(0);
  });

  it('[K1] finds an unused file, export and dependency', () => {
    const { output, status } = run(binary('.', 'knip', 'knip'), ['--no-progress', '--reporter=json']);
    const { issues } = JSON.parse(output);
    /** @param {string} kind */
    const of = (kind) =>
      issues.flatMap((/** @type {any} */ issue) =>
        (issue[kind] ?? []).map((/** @type {{ name: string }} */ one) => `${issue.file} ${one.name}`),
      );
    expect(of('files')).toContain('server/src/orphan.ts server/src/orphan.ts');
    expect(of('exports')).toContain('shared/src/index.ts nobodyAsks');
    expect(of('exports')).not.toContain('server/src/word.ts word');
    expect(of('dependencies')).toContain('server/package.json hono');
    expect(status).toBe(1);
  });
});
