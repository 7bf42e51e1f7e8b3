import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyDesk, engineOn, fileMember, judge, newDesk, newFolder, refusedWith, SIGN_IN } from './desks.ts'
import { mountSmallDisk, unmount } from './small-disk.ts'
import { tell } from './tally.ts'

vi.setConfig({ testTimeout: 120_000 })

const PROGRAM = path.join(import.meta.dirname, 'program.ts')
/** Nobody's account: the administrator may write anywhere, so a program must not be one to be kept out. */
const NOBODY = 65_534
const isAdministrator = process.getuid?.() === 0
const disk = mountSmallDisk(32)
const folder = newFolder()
const closed = path.join(folder, 'closed.db')
const counts = { rounds: 0, whole: 0, refused: 0, lost: 0 }
const said = new Set<string>()

beforeAll(async () => {
  const address = path.join(folder, 'desk.db')
  const engine = await newDesk(address)
  await fileMember(engine, 'FIRST')
  await engine.close()
  copyDesk(address, closed)
})

afterAll(() => {
  tell({ fault: 'write-protected disk, folder or file', ...counts, more: { said: [...said].sort().join(' ') } })
  fs.rmSync(folder, { recursive: true })
  if (disk) unmount(disk)
})

test.runIf(disk)(
  'a store on a write-protected disk is refused in words and opens once the disk may be written',
  async () => {
    const address = path.join(disk ?? '', 'desk.db')
    copyDesk(closed, address)
    execFileSync('mount', ['-o', 'remount,ro', disk ?? ''])
    const refused = await engineOn(address).call('session.signIn', SIGN_IN)
    expect(refused).toEqual({ ok: false, failure: { code: 'RULE', rule: 'store-no-right', params: {} } })
    execFileSync('mount', ['-o', 'remount,rw', disk ?? ''])
    expect(await judge(address, ['FIRST'])).toMatchObject({ is: 'whole' })
    counts.rounds += 1
    counts.refused += 1
    said.add('store-no-right')
  },
)

/** What a person without rights meets; `rule` is what the desk says, and none means that it works. */
const RIGHTS: Record<string, { protect: (address: string) => void; rule: string }> = {
  'the folder may not be written': {
    protect: (address) => fs.chmodSync(path.dirname(address), 0o555),
    rule: 'store-no-right',
  },
  'the store file may not be written': { protect: (address) => fs.chmodSync(address, 0o444), rule: 'store-no-right' },
  'the store file may not be read': { protect: (address) => fs.chmodSync(address, 0), rule: 'store-no-right' },
  'the key files may not be read': {
    protect: (address) => {
      for (const ending of ['.keys', '.keys.copy']) fs.chmodSync(address + ending, 0)
    },
    rule: 'store-no-right',
  },
  'the lock file may not be written': {
    protect: (address) => fs.chmodSync(`${address}.lock`, 0o444),
    rule: 'store-no-right',
  },
}

/** Signs in and files members as somebody who is not the administrator; answers with what was said. */
async function runAsSomebody(address: string): Promise<string[]> {
  const args = ['--disable-warning=ExperimentalWarning', PROGRAM, 'tries', address, '3']
  const who = isAdministrator ? { uid: NOBODY, gid: NOBODY } : {}
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], ...who })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  await once(child, 'close')
  return text.trim().split('\n')
}

for (const [what, { protect, rule }] of Object.entries(RIGHTS)) {
  test(`when ${what}, the desk says so, and nothing is harmed`, async () => {
    const own = newFolder()
    const address = path.join(own, 'desk.db')
    copyDesk(closed, address)
    if (isAdministrator)
      for (const name of ['.', ...fs.readdirSync(own)]) fs.chownSync(path.join(own, name), NOBODY, NOBODY)
    const before = fs.readFileSync(address)
    protect(address)
    const lines = await runAsSomebody(address)
    const failures = lines.filter((line) => line.startsWith('refused ')).map((line) => JSON.parse(line.slice(8)))
    expect([lines.at(-1), failures.map(refusedWith)]).toEqual(['closed', [{ is: 'refused', rule }]])
    for (const name of ['.', ...fs.readdirSync(own)]) fs.chmodSync(path.join(own, name), 0o700)
    expect(fs.readFileSync(address).equals(before)).toBe(true)
    expect(await judge(address, ['FIRST'])).toMatchObject({ is: 'whole' })
    counts.rounds += 1
    counts.refused += 1
    said.add(rule)
    fs.rmSync(own, { recursive: true })
  })
}
