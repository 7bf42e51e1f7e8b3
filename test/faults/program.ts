import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createEngine } from '../../src/main/engine/engine.ts'
import { faultOf } from '../../src/main/store/errors.ts'
import { openStore } from '../../src/main/store/open.ts'
import { CHEAP, PASSWORD } from './child.ts'

/** A second program, run by the tests and killed by them: says on standard output what it has done. */
const [task = '', address = '', more = ''] = process.argv.slice(2)
const say = (word: string) => process.stdout.write(`${word}\n`)
const key = new Uint8Array(32).fill(7)

const engine = createEngine(address, {
  now: Date.now,
  newId: randomUUID,
  log: (message, error) => say(`log ${message} ${String(error)}`),
  push: (push) => {
    if (push.kind === 'progress') say(`progress ${push.progress.done}`)
  },
  versions: { app: 'fault', electron: '-', node: process.versions.node },
  passwordCost: CHEAP,
})

async function must(name: string, input: unknown, job?: string): Promise<unknown> {
  const result = await engine.request(name, input, job === undefined ? {} : { job })
  if (!result.ok) throw new Error(`${name} ${JSON.stringify(result.failure)}`)
  return result.value
}

const tasks: Record<string, () => Promise<void>> = {
  /** Opens the store and keeps it open. */
  hold: async () => {
    await must('session.signIn', { login: 'boss', password: PASSWORD })
    say('ready')
    setInterval(() => {}, 1000)
  },
  /** Saves one change after another and names each that was confirmed. */
  commits: async () => {
    await must('session.signIn', { login: 'boss', password: PASSWORD })
    say('ready')
    for (let n = 0; ; n++) {
      await must('users.create', { login: `u${more}x${n}`, name: 'x', role: 'agent', leadId: null, password: PASSWORD })
      say(`saved u${more}x${n}`)
    }
  },
  /** Waits for a word, opens the store, and files one member after another. */
  members: async () => {
    say('loaded')
    await once(process.stdin, 'data')
    await must('session.signIn', { login: 'boss', password: PASSWORD })
    say('ready')
    for (let n = 0; ; n++) {
      await must('members.create', { card: `K${more}N${n}`, name: '击杀（演示数据）', gender: 'male' })
      say(`saved K${more}N${n}`)
    }
  },
  /** Files so many members, tells of each whether it was saved, and closes the store. */
  tries: async () => {
    const signedIn = await engine.request('session.signIn', { login: 'boss', password: PASSWORD })
    say(signedIn.ok ? 'ready' : `refused ${JSON.stringify(signedIn.failure)}`)
    for (let n = 0; signedIn.ok && n < Number(more); n++) {
      const filed = await engine.request('members.create', { card: `T${n}`, name: '故障（演示数据）', gender: 'male' })
      say(filed.ok ? `saved T${n}` : `refused ${JSON.stringify(filed.failure)}`)
    }
    await engine.close()
    say('closed')
  },
  /** Waits for a word, opens the store, and renews its data key again and again. */
  renews: async () => {
    say('loaded')
    await once(process.stdin, 'data')
    await must('session.signIn', { login: 'boss', password: PASSWORD })
    say('ready')
    for (;;) {
      await must('keys.renew', { reason: 'x', password: PASSWORD, second: { login: 'admin', password: PASSWORD } })
      say(`renewed ${engine.desk.open?.keys.keyring.generations.join()}`)
    }
  },
  /** Exports as it was told, naming each step. */
  export: async () => {
    await must('session.signIn', { login: 'boss', password: PASSWORD })
    const made = await must('exports.selection', JSON.parse(more), 'export')
    say(`exported ${JSON.stringify(made)}`)
    await engine.close()
  },
  /** Waits for a word, signs in where that is wanted, and makes one call. */
  call: async () => {
    const { name, input, isBefore } = JSON.parse(more)
    if (!isBefore) await must('session.signIn', { login: 'boss', password: PASSWORD })
    say('loaded')
    await once(process.stdin, 'data')
    await must(name, input)
    say('done')
    process.stdin.unref()
    await engine.close()
  },
  /** Opens an older store, which migrates it. */
  migrate: async () => {
    say('ready')
    const store = await openStore({ engine: 'sqlite', path: address }, key)
    await store.close()
    say('migrated')
  },
  /** Copies the store again and again. */
  copies: async () => {
    const store = await openStore({ engine: 'sqlite', path: address }, key)
    say('ready')
    for (let n = 0; ; n++) {
      await store.copyTo(`${address}.copy${n}`)
      say(`copied ${n}`)
    }
  },
}

try {
  await tasks[task]?.()
} catch (error) {
  say(`failed ${faultOf(error) ?? String(error)}`)
  process.exitCode = 1
  process.stdin.unref()
}
