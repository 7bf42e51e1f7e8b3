import { type Calendar, calendar } from '../../shared/calendars/model.ts'
import type { CaseKind } from '../../shared/cases/words.ts'
import { type CompensationPolicy, compensationPolicy } from '../../shared/compensation/policy.ts'
import { type TargetPolicy, targetPolicy } from '../../shared/targets/model.ts'
import { type TierPolicy, tierPolicy } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import { type WorkflowDefinition, workflowDefinition } from '../../shared/workflow/model.ts'
import type { StandingCases } from '../rules/policy-check.ts'
import { type Calendars, calendarsById } from '../rules/targets.ts'
import { kept } from '../store/kept.ts'
import type { Db, Row } from '../store/types.ts'
import { remembered } from './remembered.ts'

/** A policy with the id under which a case keeps it. */
export type Stored<P> = { rowId: string; body: P }

const parseTargets = remembered((text) => targetPolicy.parse(JSON.parse(text)))
const parseTiers = remembered((text) => tierPolicy.parse(JSON.parse(text)))
const parseWorkflow = remembered((text) => workflowDefinition.parse(JSON.parse(text)))
const parseCompensation = remembered((text) => compensationPolicy.parse(JSON.parse(text)))
const parseCalendar = remembered((text) => calendar.parse(JSON.parse(text)))

/** The service targets in force at a moment; the oldest ones for a moment before all of them. */
export async function targetsAt(db: Db, at: Instant): Promise<Stored<TargetPolicy>> {
  return inForce(await active(db, 'targets', parseTargets), at, 'targets')
}

/** The tier programme in force at a moment. */
export async function tiersAt(db: Db, at: Instant): Promise<Stored<TierPolicy>> {
  return inForce(await active(db, 'tiers', parseTiers), at, 'tiers')
}

/** The workflow that cases of a kind begin with at a moment. */
export async function workflowAt(db: Db, kind: CaseKind, at: Instant): Promise<Stored<WorkflowDefinition>> {
  const all = await active(db, 'workflow', parseWorkflow)
  return inForce(
    all.filter(({ body }) => body.caseKinds.includes(kind)),
    at,
    `workflow of ${kind}`,
  )
}

/** The workflows that cases begin with at a moment, each once. */
export async function workflowsInForce(db: Db, at: Instant): Promise<WorkflowDefinition[]> {
  const all = await active(db, 'workflow', parseWorkflow)
  const kinds = new Set(all.flatMap(({ body }) => body.caseKinds))
  const found = [...kinds].map((kind) =>
    inForce(
      all.filter(({ body }) => body.caseKinds.includes(kind)),
      at,
      `workflow of ${kind}`,
    ),
  )
  return [...new Map(found.map(({ rowId, body }) => [rowId, body])).values()]
}

/** The compensation tariff and authority in force at a moment. */
export async function compensationAt(db: Db, at: Instant): Promise<Stored<CompensationPolicy>> {
  return inForce(await active(db, 'compensation', parseCompensation), at, 'compensation')
}

/** The compensation tariff and authority that an amount was proposed under. */
export async function compensationById(db: Db, id: string): Promise<CompensationPolicy> {
  return parseCompensation(await bodyOf(db, id))
}

/** The service targets that a case was opened under. */
export async function targetsById(db: Db, id: string): Promise<TargetPolicy> {
  return parseTargets(await bodyOf(db, id))
}

/** A version of the service targets: what the clocks that were started under it are governed by. */
export async function targetsOfVersion(db: Db, pack: string, version: number): Promise<TargetPolicy> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .where('pack', '=', pack)
    .where('version', '=', version)
    .where('kind', '=', 'targets')
    .executeTakeFirstOrThrow()
  return parseTargets(row.body)
}

/** The workflow that a case was opened under. */
export async function workflowById(db: Db, id: string): Promise<WorkflowDefinition> {
  return parseWorkflow(await bodyOf(db, id))
}

/** Open cases by the workflow and the stage that they stand in, all versions of a workflow together. */
export async function standingCases(db: Db): Promise<StandingCases[]> {
  const rows = await db
    .selectFrom('cases')
    .select(({ fn }) => ['workflowPolicyId', 'state', fn.countAll<number>().as('count')])
    .where('isOpen', '=', 1)
    .groupBy(['workflowPolicyId', 'state'])
    .orderBy('workflowPolicyId')
    .orderBy('state')
    .execute()
  const found = new Map<string, StandingCases>()
  for (const { workflowPolicyId, state, count } of rows) {
    const { id: pack, states } = await workflowById(db, workflowPolicyId)
    const name = states.find(({ id }) => id === state)?.name ?? { zh: state, en: state }
    const before = found.get(`${pack} ${state}`)?.count ?? 0
    found.set(`${pack} ${state}`, { pack, state, name, count: before + Number(count) })
  }
  return [...found.values()]
}

/** Every calendar of the desk, by id. */
export async function allCalendars(db: Db): Promise<Calendars> {
  return calendarsById(await listCalendars(db))
}

export async function listCalendars(db: Db): Promise<Calendar[]> {
  const rows = await db.selectFrom('calendars').select('body').orderBy('id').execute()
  return rows.map((row) => parseCalendar(row.body))
}

type Active<P> = Stored<P> & { effectiveFrom: Instant }

const ofKind = kept((db, at: { kind: Row<'policies'>['kind'] }) =>
  db
    .selectFrom('policies')
    .select(['id', 'effectiveFrom', 'body'])
    .where('kind', '=', at.kind)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id'),
)

/** Policies of a kind that are not drafts, newest first. */
async function active<P extends { status: string }>(
  db: Db,
  kind: Row<'policies'>['kind'],
  parse: (text: string) => P,
): Promise<Active<P>[]> {
  const rows = await ofKind(db, { kind })
  return rows
    .map((row) => ({ rowId: row.id, effectiveFrom: row.effectiveFrom, body: parse(row.body) }))
    .filter(({ body }) => body.status !== 'draft')
}

function inForce<P>(newestFirst: Active<P>[], at: Instant, what: string): Stored<P> {
  const found = newestFirst.find((policy) => policy.effectiveFrom <= at) ?? newestFirst.at(-1)
  if (!found) throw new Error(`no ${what} in the store`)
  return found
}

const bodyById = kept((db, at: { id: string }) => db.selectFrom('policies').select('body').where('id', '=', at.id))

async function bodyOf(db: Db, id: string): Promise<string> {
  const [row] = await bodyById(db, { id })
  if (!row) throw new Error(`no policy ${id} in the store`)
  return row.body
}
