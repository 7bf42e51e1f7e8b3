import { CASE_KIND_NAMES } from '../../shared/cases/words.ts'
import { sideOf } from '../../shared/contract.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import type { PdfSection } from '../bundle/pdf.ts'
import type { Ctx } from '../engine/handler.ts'
import { redactRow } from '../rules/export-redaction.ts'
import { dayAt } from '../rules/zone.ts'
import { type DocumentFacts, historySections, memberFacts } from './document.ts'
import { classOf } from './field-classes.ts'
import type { History, TableName } from './history.ts'
import { PRINTED_WORDS } from './printed-words.ts'
import type { Reach } from './reach.ts'
import type { Aim } from './scope.ts'
import type { Sieve } from './sieve.ts'
import { SOURCES, type Source } from './sources.ts'
import { type Workflows, workflowsOf } from './step-words.ts'
import { HISTORY_WORDS } from './words.ts'

const CASES_AT_ONCE = 100

/** What is printed of one member, one case, or the calls of one day. */
export type Chapter = { heading: string; sections: PdfSection[] }

export type ChapterFacts = Omit<DocumentFacts, 'history' | 'workflows'>
type Reader = { ctx: Ctx; sieve: Sieve; facts: ChapterFacts; workflows: Map<string, WorkflowOf> }
type WorkflowOf = Workflows extends ReadonlyMap<string, infer W> ? W : never

/** The chapters of a list of members or of a period, one after the other: of a period first its cases, then its calls by day. */
export async function* chaptersOf(
  ctx: Ctx,
  sieve: Sieve,
  { reach }: Aim,
  facts: ChapterFacts,
): AsyncGenerator<Chapter> {
  const reader = { ctx, sieve, facts, workflows: new Map() }
  if (reach.kind === 'members') yield* memberChapters(reader, reach.all)
  if (reach.kind !== 'period') return
  yield* caseChapters(reader, reach)
  yield* dayChapters(reader, reach)
}

async function* memberChapters(reader: Reader, all: readonly string[]): AsyncGenerator<Chapter> {
  const { ctx, facts } = reader
  const { language, profile } = facts
  const heading = HISTORY_WORDS[language].sections.memberFacts
  const cards = await ctx.db
    .selectFrom('members')
    .select('id')
    .where('id', 'in', [...all])
    .orderBy('cardNo')
    .execute()
  for (const { id } of cards) {
    const row = await ctx.db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const member = redactRow(profile, 'member', row, classOf)
    const history = await read(reader, { kind: 'members', ids: [id], all }, PRINTED)
    const own: PdfSection = { kind: 'facts', heading, facts: memberFacts(member, language), columns: 2 }
    yield { heading: `${member.cardNo} ${member.name}`, sections: [own, ...(await sectionsOf(reader, history))] }
  }
}

async function* caseChapters(reader: Reader, period: Reach): AsyncGenerator<Chapter> {
  const { sieve, facts } = reader
  for await (const page of sieve.within(sourceOf('cases'), period)) {
    for (let at = 0; at < page.length; at += CASES_AT_ONCE) {
      const ids = page.slice(at, at + CASES_AT_ONCE).map(({ id }) => String(id))
      const { cases, caseEvents, evidence } = await read(reader, { kind: 'cases', ids }, OF_CASES)
      const eventsOf = Map.groupBy(caseEvents, ({ caseId }) => caseId)
      const evidenceOf = Map.groupBy(evidence, ({ caseId }) => caseId)
      for (const one of cases) {
        const steps = { caseEvents: eventsOf.get(one.id) ?? [], evidence: evidenceOf.get(one.id) ?? [] }
        const kind = CASE_KIND_NAMES[one.kind][sideOf(facts.language)]
        const sections = await sectionsOf(reader, { ...NOTHING, cases: [one], ...steps })
        yield { heading: `${one.number} ${kind}`, sections }
      }
    }
  }
}

/** A day is read again by its first and its last call, so that what happened in the calls comes with them. */
async function* dayChapters(reader: Reader, period: Reach): AsyncGenerator<Chapter> {
  const { sieve, facts } = reader
  let [day, from, to] = ['', 0, 0]
  const chapter = async (): Promise<Chapter> => ({
    heading: PRINTED_WORDS[facts.language].callsOf(day),
    sections: await sectionsOf(reader, await read(reader, { kind: 'period', from, to: to + 1 }, OF_CALLS)),
  })
  for await (const page of sieve.within(sourceOf('calls'), period)) {
    for (const { startedAt } of page) {
      const at = Number(startedAt)
      const next = dayAt(DESK_ZONE, at)
      if (next !== day && day !== '') yield await chapter()
      if (next !== day) [day, from] = [next, at]
      to = at
    }
  }
  if (day !== '') yield await chapter()
}

const OF_CALLS: readonly TableName[] = ['calls', 'callEvents', 'callConsults', 'callWaits']
const OF_CASES: readonly TableName[] = ['cases', 'caseEvents', 'evidence']
const PRINTED: readonly TableName[] = ['tierChanges', 'bookings', 'spends', ...OF_CALLS, ...OF_CASES]

const sourceOf = (table: TableName): Source => {
  const source = SOURCES.find((one) => one.table === table)
  if (!source) throw new RangeError(`no such table is exported: ${table}`)
  return source
}

// Every table of a history is there, empty where nothing of it is printed.
const NOTHING = {
  member: undefined,
  ...Object.fromEntries(SOURCES.map(({ table }) => [table, []])),
} as unknown as History

async function read({ sieve }: Reader, reach: Reach, tables: readonly TableName[]): Promise<History> {
  const found: Partial<Record<TableName, unknown[]>> = {}
  for (const table of tables) {
    if ((sieve.inStore.get(table) ?? 0) === 0) continue
    const rows: unknown[] = []
    for await (const page of sieve.within(sourceOf(table), reach)) rows.push(...page)
    found[table] = rows
  }
  return { ...NOTHING, ...found } as History
}

/** The sections that have rows. */
async function sectionsOf({ ctx, facts, workflows }: Reader, history: History): Promise<PdfSection[]> {
  const unknown = history.cases.filter(({ workflowPolicyId }) => !workflows.has(workflowPolicyId))
  for (const [id, workflow] of await workflowsOf(ctx.db, unknown)) workflows.set(id, workflow)
  return historySections({ ...facts, history, workflows }).filter(({ rows }) => rows.length > 0)
}
