import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createEngine } from '../../src/main/engine/engine.ts'
import type { CallName, Input, Output } from '../../src/shared/contracts.ts'
import { DAY } from '../../src/shared/time.ts'
import { newFolder, PASSWORD } from './desk.ts'

/** A store as twelve quiet weeks and one with many complaints about one flight leave it, up to now. */
export async function storeWithSurge(flightNo: string): Promise<string> {
  const folder = newFolder()
  let now = Date.now() - 12 * 7 * DAY
  const engine = createEngine(path.join(folder, 'desk.db'), {
    now: () => now,
    newId: randomUUID,
    log: () => {},
    push: () => {},
    versions: { app: '-', electron: '-', node: process.versions.node },
    passwordCost: { opslimit: 1, memlimit: 8192 },
  })
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const result = await engine.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const complain = (more: Partial<Input<'cases.open'>>) =>
    call('cases.open', {
      kind: 'complaint',
      channel: 'phone',
      category: 'baggage.delayed',
      contactName: '陈女士',
      contactPhone: '13800001234',
      anonymousReason: '非会员旅客',
      content: '行李晚到一天',
      demand: '赔偿',
      apologyGiven: true,
      ...more,
    })
  await call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  for (let week = 0; week < 12; week++) {
    await complain({})
    now += 7 * DAY
  }
  const about = {
    category: 'flight.cancel',
    flightNo,
    flightDay: '2026-09-29',
    route: 'HAK-PEK',
    content: '航班临时取消',
  } as const
  for (let i = 0; i < 6; i++) await complain(about)
  await engine.close()
  return folder
}
