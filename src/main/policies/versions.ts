import { found } from '../../shared/failure.ts'
import type { PolicyDeed, PolicyDetail, PolicyKind, PolicyVersion, VersionState } from '../../shared/policies/model.ts'
import { type Day, DESK_ZONE } from '../../shared/time.ts'
import { readLists } from '../classes/lists.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Ctx } from '../engine/handler.ts'
import type { JsonValue } from '../rules/audit-chain.ts'
import { checkPolicy, type PolicyContext } from '../rules/policy-check.ts'
import type { Life } from '../rules/policy-life.ts'
import { policyHash, wholePolicy } from '../rules/policy-pack.ts'
import { shapePolicy } from '../rules/policy-shape.ts'
import { dayAt } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { allCalendars, compensationAt, standingCases, workflowsInForce } from './queries.ts'
import { remembered } from './remembered.ts'
import { type ActiveRow, activeRows, type DeedRow, deedRows, type VersionRow, versionRows } from './version-queries.ts'

/** A version of a policy with everything that is known about it. */
export type Version = {
  id: string
  kind: PolicyKind
  pack: string
  version: number
  effectiveFrom: Day
  basedOn: string | null
  body: JsonValue
  state: VersionState
  authorName: string | null
  createdAt: number
  /** How it came about; null for one that was not drafted here. */
  row: VersionRow | null
  deeds: DeedRow[]
}

const bodies = {
  targets: body('targets'),
  workflow: body('workflow'),
  compensation: body('compensation'),
  tiers: body('tiers'),
}

function body(kind: PolicyKind): (text: string) => JsonValue {
  return remembered((text) => wholePolicy(kind, text))
}

/** Deeds that make somebody an author of a version. */
const WRITING = new Set<string>(['drafted', 'imported', 'tookShipped', 'edited'])

/** Every version of a kind, or of all kinds: those on their way first, then those in force and before. */
export async function loadVersions(ctx: Pick<Ctx, 'db' | 'now'>, kind?: PolicyKind): Promise<Version[]> {
  const { db } = ctx
  const active = await activeRows(db, kind)
  const drafted = await versionRows(db, kind)
  const deeds = await deedRows(db)
  const about = (id: string) => deeds.filter((deed) => deed.policyId === id)
  const inForce = idsInForce(active, ctx.now)
  const onTheirWay = drafted
    .filter((row) => row.state !== 'approved')
    .map((row) => fromDraft(row, row.state as VersionState, about(row.id)))
  const known = active.map((row) => {
    const draft = drafted.find((one) => one.id === row.id)
    return fromActive(row, stateOf(row, inForce, ctx.now), draft ?? null, about(row.id))
  })
  return [...onTheirWay, ...known]
}

export async function loadVersion(ctx: Pick<Ctx, 'db' | 'now'>, id: string): Promise<Version> {
  return found(
    (await loadVersions(ctx)).find((version) => version.id === id),
    'policy',
  )
}

function fromDraft(row: VersionRow, state: VersionState, deeds: DeedRow[]): Version {
  const kind = row.kind as PolicyKind
  const { id, pack, version, effectiveFrom, basedOn, createdAt, authorName } = row
  return {
    ...{ id, kind, pack, version, effectiveFrom, basedOn, createdAt, authorName, state, row, deeds },
    body: bodies[kind](row.body),
  }
}

function fromActive(row: ActiveRow, state: VersionState, draft: VersionRow | null, deeds: DeedRow[]): Version {
  const { id, kind, pack, version, createdAt } = row
  return {
    ...{ id, kind, pack, version, createdAt, state, deeds },
    effectiveFrom: dayAt(DESK_ZONE, row.effectiveFrom),
    basedOn: draft?.basedOn ?? null,
    authorName: draft?.authorName ?? row.createdByName,
    body: bodies[kind](row.body),
    row: draft,
  }
}

/** The versions that new cases are opened under: one per kind, and one workflow per kind of case. */
function idsInForce(newestFirst: readonly ActiveRow[], now: number): Set<string> {
  const first = (rows: readonly ActiveRow[]) => rows.find((row) => row.effectiveFrom <= now) ?? rows.at(-1)
  const usable = newestFirst.filter((row) => statusOf(row) !== 'draft')
  const single = (['targets', 'compensation', 'tiers'] as const).map((kind) =>
    first(usable.filter((row) => row.kind === kind)),
  )
  const workflows = usable.filter((row) => row.kind === 'workflow')
  const kinds = new Set(workflows.flatMap(caseKindsOf))
  const perKind = [...kinds].map((kind) => first(workflows.filter((row) => caseKindsOf(row).includes(kind))))
  return new Set([...single, ...perKind].flatMap((row) => (row ? [row.id] : [])))
}

const partOf = (row: ActiveRow, name: string): unknown => {
  const policy = bodies[row.kind](row.body)
  return typeof policy === 'object' && policy !== null ? Reflect.get(policy, name) : undefined
}
const statusOf = (row: ActiveRow) => partOf(row, 'status')
const caseKindsOf = (row: ActiveRow): string[] => {
  const kinds = partOf(row, 'caseKinds')
  return Array.isArray(kinds) ? kinds.map(String) : []
}

function stateOf(row: ActiveRow, inForce: ReadonlySet<string>, now: number): VersionState {
  if (inForce.has(row.id)) return 'inForce'
  if (statusOf(row) === 'draft') return 'offered'
  return row.effectiveFrom > now ? 'scheduled' : 'replaced'
}

/** Who wrote a version or changed it: none of them may approve it. */
export function writersOf(version: Version): string[] {
  const { row, deeds } = version
  return [...new Set([...(row ? [row.authorId] : []), ...deeds.filter(isWriting).map((deed) => deed.actorId)])]
}

/** When a version took in what the product shipped; undefined for one that did not. */
export function tookShippedAt({ deeds }: Version): number | undefined {
  return deeds.find(({ deed }) => deed === 'tookShipped')?.at
}

const isWriting = ({ deed }: DeedRow) => WRITING.has(deed)

export function lifeOf(version: Version, row: VersionRow): Life {
  const { state, effectiveFrom, authorId } = row
  return { state, effectiveFrom, authorId, writers: writersOf(version) }
}

/** A version as a line of the list, for the person who asks. */
export function toVersion(version: Version, actorId: string): PolicyVersion {
  const { id, kind, pack, state, effectiveFrom, basedOn, authorName, createdAt, deeds } = version
  const name = nameOf(version)
  return {
    ...{ id, kind, pack, state, effectiveFrom, basedOn, authorName, createdAt, name },
    version: version.version,
    isOwn: writersOf(version).includes(actorId),
    approvedByName: deeds.findLast(({ deed }) => deed === 'approved')?.actorName ?? null,
    hash: policyHash(version.body, sha256),
  }
}

function nameOf({ body: policy, id }: Version): { zh: string; en: string } {
  const name = typeof policy === 'object' && policy !== null ? Reflect.get(policy, 'name') : undefined
  return name ?? { zh: id, en: id }
}

/** What policies are checked against: the calendars and the workflows in force. */
export async function contextOf(db: Db, now: number): Promise<PolicyContext> {
  const { categories, channels } = await readLists(db)
  return {
    calendars: await allCalendars(db),
    workflows: await workflowsInForce(db, now),
    categories: categories.map(({ code }) => code),
    channels: channels.map(({ code }) => code),
    tariff: (await compensationAt(db, now)).body,
    standing: await standingCases(db),
  }
}

/** One version in full, checked, with its history. */
export async function toDetail(ctx: Ctx, version: Version): Promise<PolicyDetail> {
  return {
    ...toVersion(version, ctx.actor.id),
    revision: version.row?.updatedAt ?? version.createdAt,
    body: version.body,
    problems: await problemsOf(ctx, version),
    history: version.deeds.map(({ at, actorName, actorId, deed, reason }) => ({
      ...{ at, reason, deed: deed as PolicyDeed },
      actorName: actorName ?? actorId,
    })),
  }
}

/** States of versions that have yet to follow what is in force. */
const TO_COME: readonly VersionState[] = ['draft', 'submitted', 'rejected', 'scheduled']

/** What is wrong with a version, in words; an old one is not held against what came after it. */
export async function problemsOf(ctx: Pick<Ctx, 'db' | 'now'>, { kind, body: policy, state }: Version) {
  if (kind === 'tiers') return []
  const shaped = shapePolicy(kind, policy)
  if (!shaped.policy) return shaped.problems
  const { tariff, ...context } = await contextOf(ctx.db, ctx.now)
  return checkPolicy(shaped.policy, { ...context, ...(TO_COME.includes(state) && tariff ? { tariff } : {}) })
}
