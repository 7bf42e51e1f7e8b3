import { rmSync } from 'node:fs'
import { readJson } from '../files.mjs'
import { inRoot } from '../paths.mjs'
import { NONE, withExitCode } from './tally.mjs'
import { tool } from './tool.mjs'

const REPORT = inRoot('test-results', 'unit.json')

/** A test file that could not be loaded or prepared has failed without a failed test of its own. */
const brokenFiles = (files) =>
  files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length

function read() {
  const report = readJson(REPORT)
  if (!report) return NONE
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles(report.testResults),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Runs the tests that need no window. */
export async function runUnitTests(args) {
  rmSync(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const code = await tool('vitest/vitest.mjs', ['run', '--passWithNoTests', ...reporters, ...args])
  return withExitCode(read(), code)
}
