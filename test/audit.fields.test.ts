import { expect, test } from 'vitest'
import type { z } from 'zod'
import { fieldNameOf, fieldPathOf } from '../src/shared/audit/field-names/index.ts'
import { fieldsOf } from '../src/shared/audit/fields.ts'
import type { Bilingual, CallSpec } from '../src/shared/contract.ts'
import { contracts } from '../src/shared/contracts.ts'

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

test('every field that a row of the log can show has a name in both languages', () => {
  const shown = Object.entries(contracts).flatMap(([feature, calls]) =>
    Object.entries<CallSpec>(calls)
      .filter(([, { kind, discloses }]) => kind === 'command' || discloses)
      .flatMap(([call, { input }]) => namesIn(input).map((name) => ({ name, of: `${feature}.${call}` }))),
  )
  expect(shown.length).toBeGreaterThan(500)
  expect(shown.filter(({ name }) => !isNamed(name))).toEqual([])
})

test('a path is named from the outside in; what has no name stands as it is', () => {
  const inChinese = ({ zh }: Bilingual) => zh
  expect(fieldPathOf('changes.documentNo', inChinese)).toBe('变更 · 证件号码')
  expect(fieldPathOf('data.ownWord', ({ en }) => en)).toBe('Data · ownWord')
  expect(fieldPathOf('constructor', inChinese)).toBe('constructor')
})

function isNamed(field: string): boolean {
  const name = fieldNameOf(field)
  return name !== undefined && name.zh !== '' && name.en !== ''
}

/** The names of fields under a schema as the log tells them apart: members of objects, never what stands in lists. */
function namesIn(schema: z.core.$ZodType, around: readonly z.core.$ZodType[] = []): string[] {
  if (around.includes(schema)) return []
  const inside = [...around, schema]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, member]) => [name, ...namesIn(member, inside)])
    case 'record':
      return namesIn(def.valueType, inside)
    case 'union':
      return def.options.flatMap((option) => namesIn(option, inside))
    case 'pipe':
      return namesIn(def.in, inside)
    default:
      return 'innerType' in def ? namesIn(def.innerType, inside) : []
  }
}
