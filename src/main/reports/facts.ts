import { setImmediate as letOthersRun } from 'node:timers/promises'
import { CASE_KINDS, type CaseKind } from '../../shared/cases/words.ts'
import type { Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import type { Scope } from '../rules/access.ts'
import { type CaseFacts, factsOf, type LoggedEvent, type ReportedCase } from '../rules/report-facts.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import type { Classes } from './names.ts'
import { casesOf, causesOf, clocksOf, compensationsOf, countCases, eventsOf, type ReadCase } from './queries.ts'
import { scoresOf } from './survey-queries.ts'

type Stretch = { from: Instant; to: Instant }
type Logged = Awaited<ReturnType<typeof eventsOf>>[number]

/** Which cases are read: of all kinds, and of all members or within a scope, unless told. */
type Which = { kinds?: readonly CaseKind[]; scope?: Scope | undefined }

/** Reads every case received in a stretch of time, page by page, with all that is counted about it. */
export async function eachCase(
  ctx: Ctx,
  stretch: Stretch,
  classes: Classes,
  take: (one: CaseFacts) => void,
  { kinds = CASE_KINDS, scope }: Which = {},
): Promise<void> {
  const total = await countCases(ctx.db, { ...stretch, scope }, kinds)
  let done = 0
  for (const kind of kinds) {
    for await (const page of casesOf(ctx.db, kind, { ...stretch, scope })) {
      for (const one of await readFacts(ctx.db, page, classes, ctx.now)) take(one)
      done += page.length
      ctx.progress(done, total)
      await letOthersRun()
      ctx.signal.throwIfAborted()
    }
  }
}

/** What is counted about some cases; of other kinds than complaints only their classing is. */
export async function readFacts(
  db: Db,
  rows: readonly ReadCase[],
  classes: Classes,
  asOf: Instant,
): Promise<CaseFacts[]> {
  const ids = rows.filter(({ kind }) => kind === 'complaint').map(({ id }) => id)
  const details = ids.length === 0 ? NO_DETAILS : await readDetails(db, ids)
  return rows.map((row) => factsOf(toReported(row, details, classes), asOf))
}

type Details = Awaited<ReturnType<typeof readDetails>>

async function readDetails(db: Db, ids: readonly string[]) {
  const byCase = <T extends { caseId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ caseId }) => caseId)
  const causes = await causesOf(db, ids)
  return {
    events: byCase(await eventsOf(db, ids)),
    clocks: byCase(await clocksOf(db, ids)),
    compensations: byCase(await compensationsOf(db, ids)),
    causes: new Map(causes.map(({ caseId, code }) => [caseId, code])),
    surveys: await scoresOf(db, ids),
  }
}

const NO_DETAILS: Details = {
  events: new Map(),
  clocks: new Map(),
  compensations: new Map(),
  causes: new Map(),
  surveys: new Map(),
}

function toReported(read: ReadCase, details: Details, classes: Classes): ReportedCase {
  const { tierAtOpening, isOpen, flightNo, route, ...row } = read
  return {
    ...row,
    flight: flightNo,
    station: route?.split('-')[0] || null,
    owner: row.ownerId === null ? null : (classes.people[row.ownerId]?.login ?? null),
    isOpen: isOpen === 1,
    tier: tierAtOpening,
    channelGroup: classes.groupOf(row.channel),
    day: dayAt(REPORT_ZONE, row.receivedAt),
    events: (details.events.get(row.id) ?? []).map(toLogged),
    clocks: details.clocks.get(row.id) ?? [],
    compensations: details.compensations.get(row.id) ?? [],
    cause: details.causes.get(row.id) ?? null,
    survey: details.surveys.get(row.id) ?? null,
  }
}

type Written = { emits?: string[]; recorded?: Record<string, unknown>; direction?: unknown }

function toLogged({ at, kind, toState, data }: Logged): LoggedEvent {
  const { emits = [], recorded = {}, direction } = JSON.parse(data) as Written
  return { at, kind, toState, emits, recorded, isOutbound: direction === 'outbound' }
}
