import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // A window on a busy build machine can miss a moment: tried once more there, and counted as flaky in the report.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalTeardown: './test/e2e/contact-sheet.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
