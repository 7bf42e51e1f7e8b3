import { expect } from 'vitest'
import { DEFAULT_EXPORT_LIMITS } from '../src/shared/exports/limits.ts'
import { onEveryEngine } from './app.ts'
import { addMember } from './cases-fixtures.ts'

onEveryEngine('S3-133 the limits of an export are changed by two people, and by nobody alone', async (app) => {
  await app.as('manager', 'boss')
  const memberId = await addMember(app, 'gold')
  const reasons = async () =>
    (await app.call('exports.measure', { scope: { kind: 'members', memberIds: [memberId] }, profile: 'archive' }))
      .reasons
  expect(await app.call('exports.limits', {})).toEqual({ now: DEFAULT_EXPORT_LIMITS, isDefault: true, proposals: [] })
  expect(await reasons()).toEqual([])
  const wanted = { rows: 200_000, people: 1, reason: '名单一律双人' }
  expect(await app.fail('exports.proposeLimits', { ...DEFAULT_EXPORT_LIMITS, reason: '不变' })).toMatchObject({
    rule: 'export-limits-same',
  })
  const { id } = await app.call('exports.proposeLimits', wanted)
  expect(await app.fail('exports.proposeLimits', { ...wanted, rows: 7 })).toMatchObject({
    rule: 'export-limits-waiting',
  })
  expect(await app.fail('exports.decideLimits', { id, isApproved: true, note: '同意' })).toMatchObject({
    rule: 'export-second-person',
  })
  expect(await reasons()).toEqual([])
  await app.as('manager', 'chen')
  expect(await app.call('exports.decideLimits', { id, isApproved: true, note: '同意' })).toEqual({
    rows: 200_000,
    people: 1,
  })
  expect(await app.fail('exports.decideLimits', { id, isApproved: false, note: '不' })).toMatchObject({
    rule: 'export-already-decided',
  })
  expect(await reasons()).toEqual(['people'])
  expect(await app.call('exports.limits', {})).toMatchObject({
    now: { rows: 200_000, people: 1 },
    isDefault: false,
    proposals: [{ id, state: 'approved', askedBy: '王经理', decidedBy: 'chen', askedByMe: false }],
  })
  const [entry] = (await app.call('audit.list', { call: 'exports.decideLimits', outcome: 'done' })).rows
  expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({
    before: DEFAULT_EXPORT_LIMITS,
    after: { rows: 200_000, people: 1 },
  })
  const { id: other } = await app.call('exports.proposeLimits', { rows: 100, people: 5, reason: '更严' })
  await app.as('admin', 'root')
  await app.call('exports.decideLimits', { id: other, isApproved: false, note: '不必' })
  expect(await app.call('exports.limits', {})).toMatchObject({ now: { rows: 200_000, people: 1 } })
})
