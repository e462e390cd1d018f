import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Nothing may lean on the machine's own zone; what depends on one names it.
    env: { TZ: 'Pacific/Chatham' },
    // Tests run on Node itself, as the commands do, so that Eleventy and a test share one copy of each module.
    experimental: { viteModuleRunner: false },
    // Left to itself, vitest keeps one core free, which on a machine with two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
