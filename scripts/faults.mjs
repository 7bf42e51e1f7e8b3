// Injects faults into the real store and program, many times over, and shows what was lost.
import { readdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tool } from './lib/checks/tool.mjs'
import { faultTable } from './lib/fault-table.mjs'
import { readJson } from './lib/files.mjs'
import { inRoot } from './lib/paths.mjs'
import { prepareNode } from './lib/set-up.mjs'
import { main, Stop } from './lib/stop.mjs'

const usage = `npm run faults [-- [--rounds N] [--seed N] [FILE…]]

Runs the tests under test/faults, or those that are named, and prints one table of what was injected and what was lost.
With --rounds each fault is injected N times, and those that need a program of their own in each round N / 10 times.`

const RESULTS = inRoot('test-results', 'faults')

/** What the tests read from their surroundings for a longer run. */
function surroundings({ rounds, seed }) {
  if (rounds !== undefined && !/^[1-9]\d{0,5}$/.test(rounds)) throw new Stop('--rounds wants a whole number from 1')
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new Stop('--seed wants a whole number')
  const programs = rounds && String(Math.ceil(Number(rounds) / 10))
  return {
    ...(rounds && { VIPDESK_FAULT_ROUNDS: rounds, KILL_ROUNDS: programs, FAULT_ROUNDS: programs }),
    ...(seed && { VIPDESK_FAULT_SEED: seed, KILL_SEED: seed }),
  }
}

await main(async () => {
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    options: { rounds: text, seed: text, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const env = surroundings(values)
  await prepareNode()
  rmSync(RESULTS, { recursive: true, force: true })
  const files = positionals.length > 0 ? positionals : ['test/faults']
  process.exitCode = await tool('vitest/vitest.mjs', ['run', ...files], env)
  const tallies = readdirSync(RESULTS).map((name) => readJson(inRoot('test-results', 'faults', name)))
  console.log(`\n${faultTable(tallies)}`)
})
