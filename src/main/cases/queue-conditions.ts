import type { ExpressionBuilder } from 'kysely'
import type { QueueFilter } from '../../shared/cases/model.ts'
import type { Instant } from '../../shared/time.ts'
import { isNarrow } from '../members/reach.ts'
import type { MemberScope, Scope } from '../rules/access.ts'
import { dueStretch } from '../rules/due-days.ts'
import type { Database } from '../store/types.ts'
import { helpsWith, ofMemberIn } from './in-scope.ts'

type Cases = ExpressionBuilder<Database, 'cases'>
type Column = keyof Database['cases'] & string
type Value = string | number

/** `channels`: those of the group that the filter names. `owners`: a team, which sees what nobody has yet too. Without `isOpen`, open and closed cases alike. */
export type QueueAsk = {
  filter: Omit<QueueFilter, 'isOpen'> & { isOpen?: boolean | undefined }
  scope: Scope
  now: Instant
  channels?: readonly string[]
  owners?: readonly string[]
  /** Also what nobody has, whoever's it is: for lists from which somebody takes it, without the name (`veiled`). */
  withFree?: boolean
}

type Test =
  | { column: Column; is: '=' | '<' | '<=' | '>' | '>=' | 'in'; value: Value | readonly Value[] }
  | { helper: string }
  | { members: MemberScope }
  | 'nobody'
  | 'noMember'

/** What a case has to meet: one of several alternatives, each with all of its tests. */
export type Condition = readonly (readonly Test[])[]

const SAME = [
  ['kind', 'kind'],
  ['state', 'state'],
  ['tier', 'tierAtOpening'],
  ['severity', 'severity'],
  ['contentClass', 'contentClass'],
  ['objectClass', 'objectClass'],
  ['department', 'department'],
  ['timeClass', 'timeClass'],
  ['channel', 'channel'],
] as const satisfies readonly (readonly [keyof QueueFilter, Column])[]

/** The filter as conditions; restricted reports only show to those who may read them (S2-10). */
export function conditionsOf({ filter, scope, now, channels, owners, withFree }: QueueAsk): Condition[] {
  const { isOpen, owner, isOverdue, due, category, escalation } = filter
  const all: Test[] = []
  const other: Condition[] = []
  if (isOpen !== undefined) all.push({ column: 'isOpen', is: '=', value: isOpen ? 1 : 0 })
  if (owner === 'nobody') all.push('nobody')
  else if (owner !== undefined) all.push({ column: 'ownerId', is: '=', value: owner === 'mine' ? scope.userId : owner })
  for (const [name, column] of SAME) if (filter[name]) all.push({ column, is: '=', value: filter[name] })
  if (isOverdue !== undefined) all.push({ column: 'queueAt', is: isOverdue ? '<=' : '>', value: now })
  if (due) {
    const { from, to } = dueStretch(due, now)
    all.push({ column: 'queueAt', is: '>', value: from }, { column: 'queueAt', is: '<=', value: to })
  }
  if (category)
    other.push([
      [{ column: 'category', is: '=', value: category }],
      [
        { column: 'category', is: '>=', value: `${category}.` },
        { column: 'category', is: '<', value: `${category}.\uffff` },
      ],
    ])
  if (channels) all.push({ column: 'channel', is: 'in', value: [...channels, ''] })
  if (owners) other.push([[{ column: 'ownerId', is: 'in', value: [...owners, ''] }], ['nobody']])
  if (escalation) all.push({ column: 'escalation', is: '>=', value: escalation })
  if (!scope.seesRestricted) other.push(readBy(scope))
  if (isNarrow(scope.members)) other.push([...ofMembersRead(scope), ...(withFree ? [FREE] : [])])
  return [...all.map((test) => [[test]]), ...other]
}

const FREE: readonly Test[] = ['nobody', { column: 'isOpen', is: '=', value: 1 }]

/** What `inScope` asks of a case, in a form whose values can be exchanged. */
function readBy(scope: Scope): Condition {
  return [[{ column: 'isRestricted', is: '=', value: 0 }], ...hasToDo(scope)]
}

function ofMembersRead(scope: Scope): Condition {
  return [['noMember'], ...hasToDo(scope), [{ members: scope.members }]]
}

function hasToDo({ userId, openedCases }: Scope): Condition {
  const opened: Test[][] = openedCases.length === 0 ? [] : [[{ column: 'id', is: 'in', value: openedCases }]]
  return [[{ column: 'ownerId', is: '=', value: userId }], ...opened, [{ helper: userId }]]
}

/** The conditions as Kysely wants them. */
export function whereOf(eb: Cases, conditions: readonly Condition[]) {
  const testOf = (test: Test) => {
    if (test === 'nobody') return eb('ownerId', 'is', null)
    if (test === 'noMember') return eb('cases.memberId', 'is', null)
    if ('members' in test) return ofMemberIn(eb, test.members)
    return 'helper' in test ? helpsWith(eb, test.helper) : eb(`cases.${test.column}`, test.is, test.value as never)
  }
  return eb.and(conditions.map((ways) => eb.or(ways.map((tests) => eb.and(tests.map(testOf))))))
}

/** The filter as a condition of a statement that is built anew each time. */
export function matching(ask: QueueAsk) {
  const conditions = conditionsOf(ask)
  return (eb: Cases) => whereOf(eb, conditions)
}

/** The same conditions with every value replaced by what `replace` makes of it, in the order in which they stand. */
export function withValues(conditions: readonly Condition[], replace: <V>(value: V) => V): Condition[] {
  const testWith = (test: Test): Test => {
    if (test === 'nobody' || test === 'noMember') return test
    if ('helper' in test) return { helper: replace(test.helper) }
    if ('members' in test) return { members: scopeWith(test.members, replace) }
    const { value } = test
    return { ...test, value: typeof value === 'object' ? value.map(replace) : replace(value) }
  }
  return conditions.map((ways) => ways.map((tests) => tests.map(testWith)))
}

function scopeWith(scope: MemberScope, replace: <V>(value: V) => V): MemberScope {
  const { people, opened, callsSince } = scope
  return { ...scope, people: people.map(replace), opened: opened.map(replace), callsSince: replace(callsSince) }
}
