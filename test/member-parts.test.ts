import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { CallSpec } from '../src/shared/contract.ts'
import { contracts } from '../src/shared/contracts.ts'
import { memberId } from '../src/shared/ids.ts'

const specs: [name: string, spec: CallSpec][] = Object.entries(contracts).flatMap(([feature, calls]) =>
  Object.entries(calls).map(([name, spec]): [string, CallSpec] => [`${feature}.${name}`, spec]),
)

/** The schemas directly within one. */
function within(schema: z.ZodType): z.ZodType[] {
  const def = schema.def as unknown as Record<string, unknown> & { shape?: Record<string, z.ZodType> }
  const inner = [def.innerType, def.element, def.in, def.out, ...((def.options as unknown[] | undefined) ?? [])]
  return [...inner, ...Object.values(def.shape ?? {})].filter((one) => one !== undefined) as z.ZodType[]
}

function holds(schema: z.ZodType, is: (one: z.ZodType) => boolean): boolean {
  return is(schema) || within(schema).some((one) => holds(one, is))
}

const isMemberId = (schema: z.ZodType) => schema === memberId

/** Names, cards and numbers of members in a line that does not say by an id whose it is: the desk cannot sift it. */
const isUnsiftable = (schema: z.ZodType) => {
  const fields = Object.keys((schema.def as unknown as { shape?: object }).shape ?? {})
  if (fields.includes('memberId') || fields.includes('caseId')) return false
  return ['card', 'cardMasked', 'maskedMobile', 'memberName', 'memberCard'].some((name) => fields.includes(name))
}

test('S3-129 a call that takes a member’s id says how it stands to who reads which members', () => {
  const silent = specs.filter(([, { access, members, input }]) => {
    return access !== 'public' && members === undefined && holds(input, isMemberId)
  })
  expect(silent.map(([name]) => name)).toEqual([])
})

test('S3-129 a read that names members in lines without their ids asks within the scope itself', () => {
  const silent = specs.filter(([, { kind, members, output }]) => {
    return kind === 'query' && (members === undefined || members === 'rows') && holds(output, isUnsiftable)
  })
  expect(silent.map(([name]) => name)).toEqual([])
})
