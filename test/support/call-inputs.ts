import type { z } from 'zod'
import { callId, caseId, flightId, memberId, policyId, userId } from '../../src/shared/ids.ts'

/** What a store offers to fill inputs with. */
export type Offer = {
  ids: { member: string[]; case: string[]; call: string[]; flight: string[]; policy: string[]; user: string[] }
  /** Ids of any other rows that a call may be asked about. */
  others: string[]
  /** What somebody may type. */
  texts: string[]
  now: number
  day: string
}

const BRANDS: readonly [schema: z.ZodType, kind: keyof Offer['ids']][] = [
  [memberId, 'member'],
  [caseId, 'case'],
  [callId, 'call'],
  [flightId, 'flight'],
  [policyId, 'policy'],
  [userId, 'user'],
]

type Def = {
  type: string
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  element?: z.ZodType
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
}

const defOf = (schema: z.ZodType) => schema.def as unknown as Def

/** Values that a field may take, by what it is and how it is called; none when nothing fits. */
function valuesOf(name: string, schema: z.ZodType, offer: Offer): unknown[] {
  const kind = BRANDS.find(([one]) => one === schema)?.[1]
  if (kind) return offer.ids[kind]
  const def = defOf(schema)
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined)
  if (inner) return valuesOf(name, inner, offer)
  const tried = [...byType(name, def, offer)]
  return tried.filter((value) => schema.safeParse(value).success)
}

function* byType(name: string, def: Def, offer: Offer): Generator<unknown> {
  switch (def.type) {
    case 'enum':
      yield* Object.values(def.entries ?? {})
      return
    case 'literal':
      yield* def.values ?? []
      return
    case 'boolean':
      yield* [true, false]
      return
    case 'number':
    case 'int':
      yield* /year/i.test(name) ? [Number(offer.day.slice(0, 4))] : [offer.now, 500, 200, 100, 50, 20, 1]
      return
    case 'string':
      if (/id$/i.test(name)) yield* offer.others
      yield* [...offer.texts, offer.day, offer.day.slice(0, 7), 'zh-CN']
      return
    case 'array':
      for (const value of def.element ? valuesOf(name.replace(/s$/, ''), def.element, offer) : []) yield [value]
      yield []
      return
    case 'object':
      yield* inputsOf(def.shape ?? {}, offer)
      return
    case 'union':
      for (const one of def.options ?? []) yield* valuesOf(name, one, offer)
  }
}

const isOptional = (schema: z.ZodType) => schema.safeParse(undefined).success

/** Inputs of an object: one with all that must be given, then one for each other value of each field. */
function* inputsOf(shape: Record<string, z.ZodType>, offer: Offer): Generator<Record<string, unknown>> {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    isOptional: isOptional(schema),
    values: valuesOf(name, schema, offer),
  }))
  const base: Record<string, unknown> = {}
  for (const { name, isOptional, values } of fields) if (!isOptional && values.length > 0) base[name] = values[0]
  // As many lines as a call gives at once.
  const limit = fields.find(({ name }) => name === 'limit')?.values[0]
  if (limit !== undefined) base.limit = limit
  yield base
  for (const { name, values } of fields) for (const value of values) yield { ...base, [name]: value }
}

/** Inputs that a call takes, made from its schema and from what the store offers. */
export function callInputs(input: z.ZodType, offer: Offer): unknown[] {
  const made = [...byType('', defOf(input), offer)].filter((one) => input.safeParse(one).success)
  return [...new Map(made.map((one) => [JSON.stringify(one), one])).values()]
}
