import path from 'node:path'
import { expect } from 'vitest'
import { candidatesFor } from '../src/main/notices/sources.ts'
import type { UserId } from '../src/shared/ids.ts'
import { placeOf } from '../src/shared/notices/places.ts'
import { DAY } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { addMember } from './cases-fixtures.ts'

onEveryEngine('S3-133 a copy past its day is told to managers until its destruction is on record', async (app) => {
  const boss = await app.as('manager', 'boss')
  const memberId = await addMember(app, 'gold')
  const about = { purpose: '应客户要求提供', requester: '林晓', profile: 'archive' } as const
  const { id } = await app.call('exports.history', {
    ...{ memberId, ...about, destroyBy: '2026-10-02', out: path.join(app.folder, 'a.zip') },
  })
  const none = { overdue: 0, overdueDays: 0, toDecide: 0 }
  expect(await app.call('exports.waits', {})).toEqual(none)
  app.wait(2 * DAY)
  await app.signIn('boss')
  expect(await app.call('exports.waits', {})).toEqual(none)
  app.wait(DAY)
  await app.signIn('boss')
  expect(await app.call('exports.waits', {})).toEqual({ ...none, overdue: 1, overdueDays: 1 })
  const taken = () =>
    candidatesFor(app.engine.desk.open?.store.db as never, { id: boss as UserId, role: 'manager' }, app.now())
  expect(await taken()).toMatchObject([{ kind: 'reminder', source: `copy ${id} 2026-10-02`, isMine: true }])
  expect(placeOf('reminder', `copy ${id} 2026-10-02`, null)).toEqual({ page: 'exports', params: { tab: 'overdue' } })
  await app.call('exports.confirmDestroyed', { id, on: '2026-10-03', note: '对方来函' })
  expect(await app.call('exports.waits', {})).toEqual(none)
  expect(await taken()).toEqual([])
})

onEveryEngine('an export that waits for a second person is told to others than whoever asked', async (app) => {
  await app.as('manager', 'boss')
  await app.call('exports.proposeLimits', { rows: 10, people: 2, reason: '更严' })
  expect(await app.call('exports.waits', {})).toMatchObject({ toDecide: 0 })
  await app.as('admin', 'root')
  expect(await app.call('exports.waits', {})).toMatchObject({ toDecide: 1 })
})
