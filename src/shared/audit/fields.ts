/** One thing that an audit row says: what it was before, where that is known, and what was asked for. */
export type AuditField = { field: string; before: unknown; now: unknown; isChange: boolean }

/** What the chain keeps of every row, shown elsewhere. */
const COLUMNS = ['entry', 'at', 'actorId', 'call', 'outcome', 'memberId', 'caseId', 'login', 'role', 'input', 'before']

/**
 * The body of an audit row (JSON) as a list: first what was asked for, beside what stood there before, then what the
 * call noted besides. Members of an object stand under their path, `changes.mobile`; lists stay whole.
 */
export function fieldsOf(body: string): AuditField[] {
  const parsed: unknown = JSON.parse(body)
  if (!isObject(parsed)) return []
  const before = isObject(parsed.before) ? parsed.before : {}
  const asked = flat(parsed.input)
  const named = new Set(asked.map(({ name }) => name))
  return [
    ...asked.map(({ path, name, value }) => change(path, before[name], value, Object.hasOwn(before, name))),
    ...Object.keys(before)
      .filter((name) => !named.has(name))
      .map((name) => change(name, before[name], undefined, true)),
    ...flat(Object.fromEntries(Object.entries(parsed).filter(([name]) => !COLUMNS.includes(name)))).map(
      ({ path, value }) => change(path, undefined, value, false),
    ),
  ]
}

function change(field: string, before: unknown, now: unknown, isChange: boolean): AuditField {
  return { field, before, now, isChange }
}

type Leaf = { path: string; name: string; value: unknown }

function flat(value: unknown, path = ''): Leaf[] {
  if (!isObject(value)) return path === '' ? [] : [{ path, name: path.slice(path.lastIndexOf('.') + 1), value }]
  return Object.entries(value).flatMap(([name, member]) => flat(member, path === '' ? name : `${path}.${name}`))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
