import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import { CHEAP, PASSWORD } from './child.ts'
import { fillUp, mountSmallDisk, unmount } from './small-disk.ts'

const DISK_MB = 16
// More than an empty store needs.
const disk = mountSmallDisk(DISK_MB)

function newEngine(address: string): Engine {
  const versions = { app: 'fault', electron: '-', node: process.versions.node }
  return createEngine(address, {
    now: Date.now,
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions,
    passwordCost: CHEAP,
  })
}

const draft = (login: string) => ({ login, name: '李专员', role: 'agent', leadId: null, password: PASSWORD }) as const

test.runIf(disk)('a full disk refuses changes in words, saves nothing by half, and reading goes on', async () => {
  const folder = disk ?? ''
  try {
    const engine = newEngine(path.join(folder, 'desk.db'))
    await engine.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
    fs.writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(2_000_000))
    fillUp(folder)
    const logins = async (from: Engine) => {
      const listed = await from.call('users.list', { includeDisabled: true })
      return listed.ok ? listed.value.map(({ login }) => login).sort() : listed.failure
    }
    const saved = ['boss']
    let refused: unknown
    for (let n = 0; n < 200 && !refused; n++) {
      const result = await engine.call('users.create', draft(`u${n}`))
      if (result.ok) saved.push(`u${n}`)
      else refused = result.failure
    }
    expect(refused).toEqual({ code: 'RULE', rule: 'store-disk-full', params: {} })
    expect(await logins(engine)).toEqual(saved.sort())
    expect(await engine.call('audit.verify', {})).toMatchObject({ ok: true, value: { ok: true } })
    fs.rmSync(path.join(folder, 'ballast'))
    expect(await engine.call('users.create', draft('later'))).toMatchObject({ ok: true })
    await engine.close()
    const again = newEngine(path.join(folder, 'desk.db'))
    expect(await again.call('session.signIn', { login: 'boss', password: PASSWORD })).toMatchObject({ ok: true })
    expect(await logins(again)).toEqual([...saved, 'later'].sort())
    await again.close()
  } finally {
    unmount(folder)
  }
})

test.runIf(!disk)('a full disk: left out, because only the system administrator can make a small disk to fill', () => {
  expect(disk).toBeUndefined()
})
