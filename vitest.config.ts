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
