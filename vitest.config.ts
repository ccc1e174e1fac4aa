import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number, root = name) => ({
  test: {
    name,
    root: `./${root}`,
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: timeout,
    // Vitest empties stylesheets; those that hold colours are themselves tested.
    css: { include: [/(tokens|text)\.css/] },
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // On two cores vitest would take one, and a third longer: much of what is tested waits for a disk or a child process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('shared', 60_000),
      project('server', 120_000),
      project('client', 30_000),
      project('bench', 30_000, 'server/bench'),
      {
        test: {
          name: 'scripts',
          root: './scripts',
          include: ['*.test.mjs'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
