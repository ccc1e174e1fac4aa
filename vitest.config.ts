import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number) => ({
  test: { name, root: `./${name}`, include: ['src/**/*.test.{ts,tsx}'], testTimeout: timeout, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    projects: [project('shared', 60_000), project('server', 120_000), project('client', 30_000)],
  },
});
