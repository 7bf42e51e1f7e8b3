import { expect, test } from 'vitest'
import { fieldsOf } from '../src/shared/audit/fields.ts'

test('a row of the audit log says what was asked for beside what stood there before', () => {
  const body = JSON.stringify({
    ...{ entry: 'x', at: 1, actorId: 'u', login: 'boss', role: 'manager', call: 'members.update', outcome: 'done' },
    ...{ memberId: 'm', caseId: null },
    input: { id: 'm', changes: { city: '厦门', tags: ['a', 'b'] } },
    before: { city: '北京', title: '先生' },
    moved: { count: 2 },
  })
  expect(fieldsOf(body)).toEqual([
    { field: 'id', before: undefined, now: 'm', isChange: false },
    { field: 'changes.city', before: '北京', now: '厦门', isChange: true },
    { field: 'changes.tags', before: undefined, now: ['a', 'b'], isChange: false },
    { field: 'title', before: '先生', now: undefined, isChange: true },
    { field: 'moved.count', before: undefined, now: 2, isChange: false },
  ])
})

test('a row without input or with one that is no object says what there is', () => {
  expect(fieldsOf('{"entry":"x","input":{}}')).toEqual([])
  expect(fieldsOf('[]')).toEqual([])
  expect(fieldsOf('{"failure":{"code":"FORBIDDEN"},"before":null}')).toEqual([
    { field: 'failure.code', before: undefined, now: 'FORBIDDEN', isChange: false },
  ])
})
