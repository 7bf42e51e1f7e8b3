import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/main/engine/engine.ts'
import type { Push } from '../../src/shared/bridge.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { complaint } from '../cases-fixtures.ts'
import { CHEAP, PASSWORD } from './child.ts'
import { fillUp, makeRoom, mountSmallDisk, unmount } from './small-disk.ts'

const disk = mountSmallDisk(40)
const ASKED = { reason: '磁盘', password: PASSWORD }
const SIGN_IN = { login: 'boss', password: PASSWORD }
const BYTES = new Uint8Array(300_000).map((_, i) => (i * 31) % 253)
BYTES.set(new TextEncoder().encode('%PDF-1.7'))

let onStep: (done: number) => void = () => {}

function newEngine(address: string): Engine {
  return createEngine(address, {
    now: Date.now,
    newId: randomUUID,
    log: () => {},
    push: (push: Push) => push.kind === 'progress' && onStep(push.progress.done),
    versions: { app: 'fault', electron: '-', node: process.versions.node },
    passwordCost: CHEAP,
  })
}

async function must<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await engine.call(name, input)
  if (!result.ok) expect.fail(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

const refused = (rule: string) => ({ ok: false, failure: { code: 'RULE', rule } })

test.runIf(disk)(
  'a disk that is or becomes full while the data key is renewed: words, and never anything between',
  async () => {
    const folder = disk ?? ''
    const engine = newEngine(path.join(folder, 'desk.db'))
    const renew = () => engine.call('keys.renew', ASKED, { job: 'renewal' })
    try {
      await must(engine, 'session.create', { ...SIGN_IN, name: '王经理', language: 'zh-CN' })
      const { id: caseId } = await must(engine, 'cases.open', complaint())
      const file = path.join(folder, '登机牌.pdf')
      fs.writeFileSync(file, BYTES)
      const { id } = await must(engine, 'evidence.add', { caseId, file, note: '' })
      const generation = async () => (await must(engine, 'keys.state', {})).generation
      const isWhole = async () => {
        expect(Buffer.compare((await must(engine, 'evidence.content', { id })).bytes, BYTES)).toBe(0)
        expect(await engine.call('audit.verify', {})).toMatchObject({ ok: true, value: { ok: true } })
      }
      // Seen beforehand: nothing is begun.
      fillUp(folder, 2_000_000)
      expect(await renew()).toMatchObject(refused('key-renewal-space'))
      makeRoom(folder)
      // Full when the pages are to be written: the old key stays, work goes on, and so does the next sign-in.
      onStep = (done) => done === 1 && fillUp(folder)
      expect(await renew()).toMatchObject(refused('store-disk-full'))
      onStep = () => {}
      expect(await generation()).toBe(1)
      makeRoom(folder)
      await isWhole()
      await engine.close()
      await must(engine, 'session.signIn', SIGN_IN)
      expect(await generation()).toBe(1)
      // Full when the pages are written and the rest is not: the desk is locked, and the next sign-in ends it.
      onStep = (done) => done === 2 && fillUp(folder)
      expect(await renew()).toMatchObject(refused('key-renewal-unfinished'))
      onStep = () => {}
      expect(engine.desk.open).toBeNull()
      makeRoom(folder)
      await must(engine, 'session.signIn', SIGN_IN)
      expect(await generation()).toBe(2)
      await isWhole()
      expect(await renew()).toMatchObject({ ok: true, value: { generation: 3 } })
      await isWhole()
    } finally {
      await engine.close()
      unmount(folder)
    }
  },
)

test.runIf(!disk)('a full disk: left out, because only the system administrator can make a small disk to fill', () => {
  expect(disk).toBeUndefined()
})
