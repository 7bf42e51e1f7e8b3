import { expect, test } from 'vitest'
import type { z } from 'zod'
import { commands } from '../src/main/cli/commands.ts'
import { labelOf } from '../src/main/cli/labels.ts'
import { printed } from '../src/main/cli/print.ts'
import { contracts } from '../src/shared/contracts.ts'

type Def = Record<string, unknown> & { type: string }

const outputs = new Map<string, z.ZodType>(
  Object.entries(contracts).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([name, { output }]): [string, z.ZodType] => [`${feature}.${name}`, output]),
  ),
)

/** The names of all fields that an answer of this form can hold, however deep. */
function fieldsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, seen))
  if (!('_zod' in value)) return []
  const def = (value as z.ZodType)._zod.def as unknown as Def
  const shape = def.type === 'object' ? Object.entries(def.shape as Record<string, z.ZodType>) : []
  const within = [
    def.element,
    def.innerType,
    def.valueType,
    def.in,
    def.out,
    def.left,
    def.right,
    def.options,
    def.items,
  ]
  return [
    ...shape.flatMap(([name, field]) => [name, ...fieldsIn(field, seen)]),
    ...within.flatMap((one) => fieldsIn(one, seen)),
  ]
}

test('every field of every answer that the command line prints has a name in both languages', () => {
  const asked = commands.flatMap(({ path, call }) => (call ? [[path, outputs.get(call)] as const] : []))
  expect(asked.length).toBeGreaterThan(40)
  const names = asked.flatMap(([path, output]) => fieldsIn(output).map((name) => `${path}: ${name}`))
  expect(names.length).toBeGreaterThan(1000)
  expect(names.filter((one) => !labelOf(one.split(': ')[1] ?? ''))).toEqual([])
})

test('an answer is printed under the names of its fields, in the language that was asked for', () => {
  const answer = { card: 'VD002', tierSince: '2026-11-24', isBeyond: false }
  expect(printed(answer, 'zh-CN')).toBe('卡号: VD002\n等级起始: 2026-11-24\n超出查看范围: 否')
  expect(printed(answer, 'en')).toBe('Card: VD002\nTier since: 2026-11-24\nBeyond your reach: no')
})
