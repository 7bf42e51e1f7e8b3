const deep = (levels: number): unknown => {
  let value: unknown = 'x'
  for (let n = 0; n < levels; n++) value = n % 2 ? [value] : { value }
  return value
}

const circle: Record<string, unknown> = {}
circle.self = circle

/** What a message between threads can carry and no field expects: each stands in the place of every field in turn. */
const ATOMS: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER + 1,
  8.64e15,
  10n ** 30n,
  '',
  '\0',
  'a\0b',
  '\ud800',
  '\u202etxt.exe',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '__proto__',
  'constructor',
  "'; drop table members; --",
  '../../outside.txt',
  '{{constructor}}',
  [],
  {},
  [null],
  new Map([['a', 1]]),
  new Date(Number.NaN),
  new Uint8Array(8),
  circle,
  JSON.parse('{"__proto__":{"role":"admin"}}'),
]

/** Large ones, for one field of each call. */
const LARGE: readonly unknown[] = ['x'.repeat(5_000_000), deep(20_000), Array.from({ length: 100_000 }, () => null)]

/** Inputs that are no object at all. */
const WHOLE: readonly unknown[] = [...ATOMS, ...LARGE, 'text', 7]

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Which of the hostile values come in this turn: every so many, beginning with another one each time. */
function someOf(values: readonly unknown[], every: number, turn: number): readonly unknown[] {
  return values.filter((_, n) => (n + turn) % every === 0)
}

/**
 * Hostile inputs made of one that fits: each field replaced, left out, and joined by what nobody declared.
 * With `every` above 1 a field meets that share of the hostile values, other ones at the next turn.
 */
export function* hostileOf(good: unknown, every: number, turn: number): Generator<unknown> {
  yield* someOf(WHOLE, every * 2, turn)
  if (!isFields(good)) return
  yield { ...good, undeclared: 'x', constructor: 'x', toString: 1 }
  yield Object.assign(JSON.parse('{"__proto__":{"role":"admin","isAdmin":true}}'), good)
  for (const [n, field] of Object.keys(good).entries()) {
    const { [field]: present, ...rest } = good
    yield rest
    for (const atom of someOf(ATOMS, every, turn + n)) yield { ...good, [field]: atom }
    if (n === turn % Object.keys(good).length)
      for (const large of someOf(LARGE, every, turn)) yield { ...good, [field]: large }
    for (const value of inside(present, every * 2, turn + n)) yield { ...good, [field]: value }
  }
}

/** One level down: the fields of a field, and the elements of a list. */
function* inside(present: unknown, every: number, turn: number): Generator<unknown> {
  if (Array.isArray(present)) for (const atom of someOf(ATOMS, every, turn)) yield [...present, atom]
  if (!isFields(present)) return
  for (const [n, key] of Object.keys(present).entries())
    for (const atom of someOf(ATOMS, every, turn + n)) yield { ...present, [key]: atom }
}
