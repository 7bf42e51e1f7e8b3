import fc from 'fast-check'
import type { z } from 'zod'

/** Texts that some field of the desk takes: days, times, codes, numbers of every kind. */
const TEXTS = [
  'x',
  '测试（演示数据）',
  '2026-11-22',
  '2026-11',
  '2026',
  '10:30',
  '2026-11-22T10:30:00+08:00',
  '2026-11-22T02:30:00.000Z',
  'CA123',
  'PEK',
  '+8613800000000',
  '13800000000',
  'demo@example.com',
  '#336699',
  'zh-CN',
  'en',
  'a'.repeat(64),
  '{}',
  '[]',
  '1',
  "x' or 1=1 --",
  '"quoted" near (x OR y*',
  '\ud800 lone',
  '=cmd()',
  '%_',
]

/** Names in the place where the test stands, and none that leads far out of it. */
const FILES = ['missing.txt', 'new-file.txt', 'there.txt', 'no/such/folder.txt', 'a'.repeat(300), '.', 'there.txt/x']
const FILE_FIELD = /^(out|file|folder|path|target|directory)$/i

/** Ids that are in the store, for a field of this name in a call of this feature. */
export type Ids = (field: string, feature: string) => readonly string[]

type Made = fc.Arbitrary<unknown>
type Place = { field: string; feature: string; ids: Ids; depth: number }
type AnyDef = Record<string, unknown> & { type: string }

const defOf = (schema: z.ZodType): AnyDef => schema._zod.def as unknown as AnyDef
const inner = (def: AnyDef, name = 'innerType') => def[name] as z.ZodType

/** Values of the shape that a schema declares; whether a value keeps every rule of it, only the schema itself can tell. */
export function shaped(schema: z.ZodType, place: Place): Made {
  const def = defOf(schema)
  const next = (one: z.ZodType, field = place.field) => shaped(one, { ...place, field, depth: place.depth + 1 })
  const make = MAKERS[def.type]
  return make ? make(def, next, schema, place) : fc.jsonValue({ maxDepth: 2 })
}

type Maker = (def: AnyDef, next: (schema: z.ZodType, field?: string) => Made, schema: z.ZodType, place: Place) => Made

const maybe: Maker = (def, next) => fc.oneof(next(inner(def)), next(inner(def)), fc.constant(undefined))

const MAKERS: Record<string, Maker> = {
  object: (def, next) => {
    const fields = Object.entries(def.shape as Record<string, z.ZodType>)
    return fc.record(Object.fromEntries(fields.map(([field, schema]) => [field, next(schema, field)])))
  },
  string: (def, _, schema, place) => texts(def, schema, place),
  number: (_, __, schema) => numbers(schema),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  enum: (def) => fc.constantFrom(...Object.values(def.entries as Record<string, string>)),
  literal: (def) => fc.constantFrom(...(def.values as unknown[])),
  nullable: (def, next) => fc.oneof(next(inner(def)), next(inner(def)), fc.constant(null)),
  optional: maybe,
  default: maybe,
  prefault: maybe,
  pipe: (def, next) => next(inner(def, 'in')),
  array: (def, next, schema, place) =>
    fc.array(next(inner(def, 'element')), {
      minLength: boundsOf(schema).minimum ?? 0,
      maxLength: place.depth > 8 ? 0 : Math.max(boundsOf(schema).minimum ?? 0, 3),
    }),
  record: (def, next) =>
    fc.dictionary(next(inner(def, 'keyType')) as fc.Arbitrary<string>, next(inner(def, 'valueType')), { maxKeys: 3 }),
  union: (def, next) => fc.oneof(...(def.options as z.ZodType[]).map((option) => next(option))),
  lazy: (def, next, _, place) => (place.depth > 8 ? fc.constant(null) : next((def.getter as () => z.ZodType)())),
}

function boundsOf(schema: z.ZodType): { minimum?: number; maximum?: number } {
  const { minimum, maximum } = (schema._zod as unknown as { bag: { minimum?: number; maximum?: number } }).bag
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

function texts(def: AnyDef, schema: z.ZodType, { field, feature, ids }: Place): Made {
  if (FILE_FIELD.test(field)) return fc.constantFrom(...FILES)
  const fits = TEXTS.filter((text) => schema.safeParse(text).success)
  const known = ids(field, feature).filter((text) => schema.safeParse(text).success)
  const patterns = ((def.checks ?? []) as { _zod: { def: { pattern?: RegExp } } }[]).flatMap(
    ({ _zod }) => _zod.def.pattern ?? [],
  )
  const ways: Made[] = patterns.map((pattern) => fc.stringMatching(new RegExp(pattern.source, pattern.flags)))
  if (fits.length > 0) ways.push(fc.constantFrom(...fits))
  if (known.length > 0) ways.push(fc.constantFrom(...known), fc.constantFrom(...known), fc.constantFrom(...known))
  // A name that begins like a path would lead out of the folder in which the test stands.
  ways.push(fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/^[/~.\\]+/, '')))
  return fc.oneof(...ways)
}

function numbers(schema: z.ZodType): Made {
  const { minimum = -1000, maximum = 1_000_000 } = boundsOf(schema)
  const [min, max] = [Math.max(minimum, -1e12), Math.min(maximum, 9e12)]
  const day = Date.parse('2026-11-22T10:00:00+08:00')
  const near = [min, max, Math.min(max, min + 1), 0, 1, day, day + 86_400_000].filter((n) => n >= min && n <= max)
  return fc.oneof(fc.constantFrom(...near), fc.integer({ min: Math.ceil(min), max: Math.floor(max) }))
}
