import { rmSync } from 'node:fs'
import { buildApp } from '../build.mjs'
import { openDisplay } from '../display.mjs'
import { electronEnvironment } from '../electron-path.mjs'
import { readJson } from '../files.mjs'
import { needKeychain } from '../keychain.mjs'
import { inRoot } from '../paths.mjs'
import { say } from '../say.mjs'
import { NONE, single, withExitCode } from './tally.mjs'
import { tool } from './tool.mjs'

/** Where playwright.config.ts puts its summary. */
const REPORT = inRoot('test-results', 'e2e.json')

function read() {
  const stats = readJson(REPORT)?.stats
  if (!stats) return NONE
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

/** Builds the app and drives it in a real Electron window. */
export async function runWindowTests(args) {
  try {
    await buildApp()
  } catch (problem) {
    say(problem.message)
    return single(false)
  }
  const display = await openDisplay()
  await needKeychain()
  rmSync(REPORT, { force: true })
  try {
    const env = { ...electronEnvironment(), ...display.env }
    const code = await tool('@playwright/test/cli.js', ['test', '--pass-with-no-tests', ...args], env)
    return withExitCode(read(), code)
  } finally {
    display.close()
  }
}
