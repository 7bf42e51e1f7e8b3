import type { RowError } from '../../shared/imports/model.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { allCalendars, targetsAt, workflowAt } from '../policies/queries.ts'
import type { CaseRow, caseImport } from '../rules/case-fields.ts'
import { courseOf } from '../rules/import-case.ts'
import type { RowMapper } from '../rules/import-mapping.ts'
import { stateOf } from '../rules/workflow.ts'
import { dayAt } from '../rules/zone.ts'
import { laterJudge } from './case-later.ts'
import { type CaseRules, REGISTER, shapeCase } from './case-shape.ts'
import { type CasePlan, caseSaver } from './case-store.ts'
import { classWords, handlersByLogin, knownCases, membersByCard } from './lookups.ts'
import { flightsOf, policyChanges } from './record-queries.ts'
import { type Group, originKey, type RecordKind, type Verdict } from './records.ts'

type CaseGroup = Group<CaseRow>
type Fields = typeof caseImport.fields

/** Everything the cases of one file are judged by. */
export async function caseRecords(
  ctx: Ctx,
  mapper: RowMapper<Fields>,
  about: { importId: string; isLog: boolean },
): Promise<RecordKind<Fields, CasePlan>> {
  const { db, now } = ctx
  const words = await classWords(db)
  const handlers = await handlersByLogin(db)
  const rulesOf = await ruleFinder(ctx)
  const judgeLater = laterJudge(ctx, about.importId)
  return {
    mapper,
    today: dayAt(DESK_ZONE, now),
    isLog: about.isLog,
    keyOf: originKey,
    save: caseSaver(ctx, about.importId),
    judge: async (groups) => {
      const rows = groups.map(matterOf)
      const members = await membersByCard(db, [...new Set(rows.flatMap(({ card }) => card ?? []))])
      const flights = await flightsOf(db, rows)
      const known = await knownBySystem(ctx, rows)
      const verdicts: Verdict<CasePlan>[] = []
      for (const [i, group] of groups.entries()) {
        const matter = rows[i] ?? {}
        const kept = known.get(originKey(matter))
        const given = { words, handlers, members, flights, now }
        verdicts.push(kept === undefined ? await judge(group, matter, given) : await again(group, kept, given))
      }
      return verdicts
    },
  }

  async function judge(group: CaseGroup, matter: CaseRow, given: Given): Promise<Verdict<CasePlan>> {
    const errors = faultsOf(group, given)
    if (errors.length > 0) return { outcome: 'rejected', errors }
    const first = group.rows[0]
    if (!first) return { outcome: 'unchanged' }
    const rules = await rulesOf(matter)
    const start = rules.workflow.body.transitions.find(({ id }) => id === REGISTER)?.to ?? rules.workflow.body.initial
    const rows = group.rows.map(({ file, value }) => ({ row: file.row, value }))
    const judged = courseOf(rows, rules.workflow.body, start)
    if (!judged.ok)
      return {
        outcome: 'rejected',
        errors: judged.faults.map(({ allowed, ...fault }) => ({
          ...fault,
          ...(allowed ? { params: { allowed } } : {}),
        })),
      }
    const { course } = judged
    const last = course.entries.findLast(({ toState }) => toState !== undefined)?.toState ?? start
    const isOpen = !(stateOf(rules.workflow.body, last)?.isFinal ?? false)
    const named = matter.owner === undefined ? undefined : given.handlers.get(matter.owner)
    const plan = shapeCase({
      ...{ id: ctx.newId(), newId: ctx.newId, now, importId: about.importId, actorId: ctx.actor.id },
      system: matter.system ?? '',
      digest: group.digest,
      first: { row: first.file.row, value: first.value },
      matter: translated(matter, given),
      isRestricted: words.isReport(words.channel(matter.channel ?? '') ?? ''),
      member: matter.card === undefined ? undefined : given.members.get(matter.card),
      // S5-68: whoever brings in what is still open answers for it, unless the file names somebody here.
      ownerId: named ?? (isOpen ? ctx.actor.id : undefined),
      flight: given.flights.get(`${matter.flightNo?.toUpperCase()} ${matter.flightDay}`),
      course,
      rules,
    })
    return { outcome: 'created', plan }
  }

  /** What was imported before: the same is left alone, a longer log adds what is newer, anything else is told. */
  async function again(group: CaseGroup, kept: Kept, given: Given): Promise<Verdict<CasePlan>> {
    if (kept.digest === group.digest) return { outcome: 'unchanged' }
    if (!about.isLog) {
      const errors = group.rows.map(({ file }) => ({ row: file.row, field: 'id', reason: 'already-imported' as const }))
      return { outcome: 'rejected', errors }
    }
    const errors = faultsOf(group, given)
    return errors.length > 0 ? { outcome: 'rejected', errors } : judgeLater(group, kept)
  }
}

/** What an earlier import made of a case. */
type Kept = { caseId: string; digest: string }

type Given = {
  words: Awaited<ReturnType<typeof classWords>>
  handlers: ReadonlyMap<string, string>
  members: Awaited<ReturnType<typeof membersByCard>>
  flights: Awaited<ReturnType<typeof flightsOf>>
  now: number
}

/** The rows of a case as one: what a later row says stands over an earlier one, except when the customer spoke. */
function matterOf({ rows }: CaseGroup): CaseRow {
  const matter: CaseRow = {}
  for (const { value } of rows) Object.assign(matter, value)
  const [first] = rows
  return { ...matter, ...(first?.value.receivedAt === undefined ? {} : { receivedAt: first.value.receivedAt }) }
}

/** Channel and category as the desk's own codes. */
function translated(matter: CaseRow, { words }: Given): CaseRow {
  return {
    ...matter,
    channel: words.channel(matter.channel ?? '') ?? '',
    category: matter.category === undefined ? 'other.general' : (words.category(matter.category) ?? ''),
  }
}

const MOMENTS = ['receivedAt', 'registeredAt', 'eventAt', 'respondedAt', 'resolvedAt', 'closedAt'] as const
/** Clocks of two machines may differ by this much. */
const SKEW = 60_000

function faultsOf({ rows }: CaseGroup, { words, handlers, members, now }: Given): RowError[] {
  return rows.flatMap(({ file: { row }, value }) => {
    const errors: RowError[] = []
    for (const field of MOMENTS) {
      const at = value[field]
      if (at !== undefined && at > now + SKEW) errors.push({ row, field, reason: 'in-future' })
    }
    const { channel = '', category, owner, card } = value
    if (words.channel(channel) === undefined) errors.push({ row, field: 'channel', reason: 'unknown-class' })
    if (category !== undefined && words.category(category) === undefined)
      errors.push({ row, field: 'category', reason: 'unknown-class' })
    if (owner !== undefined && !handlers.has(owner)) errors.push({ row, field: 'owner', reason: 'unknown-user' })
    if (card !== undefined && !members.has(card)) errors.push({ row, field: 'card', reason: 'unknown-member' })
    return errors
  })
}

async function knownBySystem({ db }: Ctx, rows: readonly CaseRow[]): Promise<Map<string, Kept>> {
  const known = new Map<string, Kept>()
  for (const system of new Set(rows.map((row) => row.system ?? ''))) {
    const ids = rows.filter((row) => (row.system ?? '') === system).map(({ id = '' }) => id)
    for (const { externalId: id, ...kept } of await knownCases(db, system, ids))
      known.set(originKey({ system, id }), kept)
  }
  return known
}

/** The rules in force when a customer spoke, each read once: between two changes of any policy nothing else holds. */
async function ruleFinder({ db }: Ctx) {
  const changes = await policyChanges(db)
  const calendars = await allCalendars(db)
  const known = new Map<string, CaseRules>()
  return async ({ kind = 'complaint', receivedAt = 0 }: CaseRow): Promise<CaseRules> => {
    const key = `${kind} ${changes.filter((at) => at <= receivedAt).length}`
    const found = known.get(key)
    if (found) return found
    const rules = {
      workflow: await workflowAt(db, kind, receivedAt),
      targets: await targetsAt(db, receivedAt),
      calendars,
    }
    known.set(key, rules)
    return rules
  }
}
