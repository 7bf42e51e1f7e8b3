import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../bench/lib/random.ts'
import { copyDesk, fileMember, judge, newDesk, newFolder, refusedWith } from './desks.ts'
import { programsOf, SEED, tell } from './tally.ts'
import { hasTracer } from './trace.ts'

const ROUNDS = programsOf(1)
const WRITES = 25
const PROGRAM = path.join(import.meta.dirname, 'program.ts')
const folder = newFolder()
const closed = path.join(folder, 'closed.db')
const address = path.join(folder, 'desk.db')

/** What the system answers instead of doing it, for files of the store alone, and from which of its calls on. */
type Injection = {
  call: string
  error: string /** How often in a row; for good when it is not said. */
  times?: number
}

const INJECTIONS: Injection[] = [
  { call: 'pwrite64', error: 'EIO', times: 1 },
  { call: 'pwrite64', error: 'ENOSPC', times: 3 },
  { call: 'pwrite64', error: 'EINTR', times: 2 },
  { call: 'pwrite64', error: 'EROFS' },
  { call: 'pread64', error: 'EIO', times: 1 },
  { call: 'fsync,fdatasync', error: 'EIO', times: 1 },
  { call: 'fsync,fdatasync', error: 'EIO' },
]

type Ran = { saved: string[]; refused: string[]; end: string | undefined }

/** Runs a program that files members while the system fails it; what it says, line by line. */
async function runFailing({ call, error, times }: Injection, from: number): Promise<Ran> {
  const when = times === undefined ? `${from}+` : `${from}..${from + times - 1}`
  const files = ['', '-wal', '.lock-journal', '.anchor'].flatMap((ending) => ['-P', address + ending])
  const inject = [
    '-f',
    '--seccomp-bpf',
    '-o',
    '/dev/null',
    ...files,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${when}`,
  ]
  const args = ['--disable-warning=ExperimentalWarning', PROGRAM, 'tries', address, String(WRITES)]
  const child = spawn('strace', [...inject, process.execPath, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await once(child, 'close')
  const lines = said.trim().split('\n')
  const after = (word: string) => lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length))
  return { saved: after('saved '), refused: after('refused '), end: lines.at(-1) }
}

beforeAll(async () => {
  const engine = await newDesk(address)
  await fileMember(engine, 'FIRST')
  await engine.close()
  copyDesk(address, closed)
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

for (const injection of INJECTIONS) {
  const { call, error, times } = injection
  const what = `${error} at ${call} ${times === undefined ? 'for good' : `${times} times`}`
  test.runIf(hasTracer)(
    `${what}: nothing confirmed is lost, and what was not done is refused in words`,
    {
      timeout: 60_000 + ROUNDS * 60_000,
    },
    async () => {
      const chance = seeded(SEED)
      const counts = { rounds: 0, whole: 0, refused: 0, lost: 0 }
      const more = { confirmed: 0, refusedWrites: 0, said: '' }
      const rules = new Set<string>()
      for (let round = 0; round < ROUNDS; round++) {
        copyDesk(closed, address)
        const from = 1 + chance.below(call === 'pread64' ? 60 : call === 'pwrite64' ? 200 : 30)
        const { saved, refused, end } = await runFailing(injection, from)
        expect({ from, end }).toMatchObject({ end: 'closed' })
        for (const failure of refused) {
          const verdict = refusedWith(JSON.parse(failure))
          expect({ from, failure, ...verdict }).toMatchObject({ is: 'refused' })
          if (verdict.is === 'refused') rules.add(verdict.rule)
        }
        const verdict = await judge(address, ['FIRST', ...saved])
        expect({ from, ...verdict }).toMatchObject({ is: 'whole' })
        counts.rounds += 1
        counts.whole += 1
        more.confirmed += saved.length
        more.refusedWrites += refused.length
      }
      more.said = [...rules].sort().join(' ')
      tell({ fault: `system answers ${what}`, ...counts, more })
    },
  )
}

test.runIf(!hasTracer)('failing system calls: left out, because strace is not here to make them fail', () => {
  expect(hasTracer).toBe(false)
})
