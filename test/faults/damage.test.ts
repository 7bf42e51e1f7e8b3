import fs from 'node:fs'
import { expect } from 'vitest'
import type { App } from '../app.ts'
import { onEngine, PASSWORD } from '../app.ts'
import { startChild } from './child.ts'

const SIGN_IN = { login: 'boss', password: PASSWORD }
const lock = (app: App) => app.call('session.lock', { reason: 'switch' })

function flip(file: string, place: number): void {
  const bytes = fs.readFileSync(file)
  bytes[place] = (bytes[place] ?? 0) ^ 0x10
  fs.writeFileSync(file, bytes)
}

/** Has another program save changes and be killed, so that they lie in the write-ahead log only. */
async function leaveInLog(app: App): Promise<string> {
  await lock(app)
  const child = startChild('commits', app.address, 'log')
  expect(await child.said('saved ulogx3')).toBe(true)
  await child.kill()
  const log = `${app.address}-wal`
  expect(fs.statSync(log).size).toBeGreaterThan(10_000)
  return log
}

async function refusedWith(app: App): Promise<string> {
  const failure = await app.fail('session.signIn', SIGN_IN)
  return failure.code === 'RULE' ? failure.rule : failure.code
}

onEngine('sqlite', 'a wrong password and a damaged first page are told apart', async (app) => {
  await lock(app)
  expect(await app.fail('session.signIn', { ...SIGN_IN, password: 'not this one at all' })).toMatchObject({
    rule: 'wrong-password',
  })
  flip(app.address, 2000)
  expect(await app.fail('session.signIn', { ...SIGN_IN, password: 'not this one at all' })).toMatchObject({
    rule: 'wrong-password',
  })
  expect(await refusedWith(app)).toBe('store-damaged')
})

onEngine(
  'sqlite',
  'an emptied and a missing store are refused in words, and nothing is made in their place',
  async (app) => {
    await lock(app)
    fs.truncateSync(app.address, 0)
    expect(await refusedWith(app)).toBe('store-empty-file')
    expect(fs.statSync(app.address).size).toBe(0)
    fs.rmSync(app.address)
    expect(await refusedWith(app)).toBe('store-missing')
    expect(fs.existsSync(app.address)).toBe(false)
  },
)

onEngine(
  'sqlite',
  'a file replaced while the desk is open is noticed at the next call, and nothing is saved into nowhere',
  async (app) => {
    fs.copyFileSync(app.address, `${app.address}.other`)
    fs.renameSync(`${app.address}.other`, app.address)
    const draft = { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD } as const
    expect(await app.fail('users.create', draft)).toEqual({ code: 'RULE', rule: 'store-replaced', params: {} })
    expect(await app.fail('users.list', {})).toEqual({ code: 'RULE', rule: 'store-replaced', params: {} })
    await app.engine.close()
    expect(app.engine.desk.open).toBeNull()
  },
)

onEngine('sqlite', 'a lost write-ahead log is noticed: confirmed changes do not vanish without a word', async (app) => {
  fs.rmSync(await leaveInLog(app))
  expect(await refusedWith(app)).toBe('store-rolled-back')
})

onEngine('sqlite', 'a flipped bit in the write-ahead log is noticed', async (app) => {
  const log = await leaveInLog(app)
  flip(log, Math.floor(fs.statSync(log).size / 2))
  expect(await refusedWith(app)).toBe('store-rolled-back')
})

onEngine('sqlite', 'an older copy put in place of the store is noticed', async (app) => {
  await lock(app)
  fs.copyFileSync(app.address, `${app.address}.older`)
  await app.signIn('boss')
  await app.call('users.create', { login: 'agent', name: '李专员', role: 'agent', leadId: null, password: PASSWORD })
  await lock(app)
  fs.renameSync(`${app.address}.older`, app.address)
  expect(await refusedWith(app)).toBe('store-rolled-back')
})
