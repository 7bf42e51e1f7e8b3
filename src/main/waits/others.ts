import type { CallId, CaseId, MemberId, UserId } from '../../shared/ids.ts'
import type { PriorityNumbers } from '../../shared/targets/desk-numbers.ts'
import type { OtherWait, WaitFilter, WaitItem, WaitKind } from '../../shared/waits/model.ts'
import { NEVER_DUE, namesOf, scopeOf } from '../cases/case-file.ts'
import { readable } from '../cases/in-scope.ts'
import type { Ctx } from '../engine/handler.ts'
import { memberScopeOf, reachedAmong } from '../members/reach.ts'
import { dueStretch } from '../rules/due-days.ts'
import { priorityOf } from '../rules/priority.ts'
import { type CaseFacts, caseFacts, type MemberFacts, memberFacts } from './queries.ts'
import { type Raw, SOURCES, type Whose } from './sources.ts'

type Asked = {
  filter: WaitFilter
  what: WaitKind | undefined
  team: readonly string[] | null
  priorities: PriorityNumbers
}

/** Filters that only a case can meet. */
const OF_CASES = [
  ...(['kind', 'state', 'contentClass', 'objectClass', 'department', 'timeClass', 'category'] as const),
  ...(['channel', 'channelGroup', 'escalation'] as const),
] satisfies (keyof WaitFilter)[]

/** What waits besides cases, as far as the person may see it and the filter lets it through; in no order. */
export async function othersFor(ctx: Ctx, { filter, what, team, priorities }: Asked): Promise<WaitItem[]> {
  if (!filter.isOpen || OF_CASES.some((name) => filter[name] !== undefined)) return []
  const isWanted = (kind: OtherWait) => what === undefined || kind === what
  const whose = whoseOf(ctx.actor.id, filter.owner, team)
  const raws: Raw[] = []
  for (const { kinds, read } of SOURCES)
    if (kinds.some(isWanted)) raws.push(...(await read(ctx, whose)).filter((raw) => isWanted(raw.what)))
  return (await toItems(ctx, raws, priorities)).filter((item) => isAsked(item, filter, ctx.now))
}

function whoseOf(me: string, owner: WaitFilter['owner'], team: readonly string[] | null): Whose {
  if (owner === 'nobody') return { owners: [], withNobody: true }
  if (owner !== undefined) {
    const one = owner === 'mine' ? me : owner
    return { owners: team === null || team.includes(one) ? [one] : [], withNobody: false }
  }
  return { owners: team, withNobody: true }
}

function isAsked({ tier, severity, queueAt }: WaitItem, filter: WaitFilter, now: number): boolean {
  if (filter.tier !== undefined && tier !== filter.tier) return false
  if (filter.severity !== undefined && severity !== filter.severity) return false
  if (filter.isOverdue !== undefined && queueAt <= now !== filter.isOverdue) return false
  if (filter.due === undefined) return true
  const { from, to } = dueStretch(filter.due, now)
  return queueAt > from && queueAt <= to
}

async function toItems(ctx: Ctx, raws: readonly Raw[], priorities: PriorityNumbers): Promise<WaitItem[]> {
  if (raws.length === 0) return []
  const cases = await caseFacts(
    ctx.db,
    raws.flatMap(({ caseId }) => caseId ?? []),
  )
  const open = new Set((await readable(ctx.db, scopeOf(ctx), [...cases.values()])).map(({ id }) => id))
  const reached = await reachedAmong(
    ctx.db,
    memberScopeOf(ctx),
    raws.flatMap(({ caseId, memberId }) => (caseId == null ? (memberId ?? []) : [])),
  )
  const isSeen = ({ caseId, memberId }: Raw) =>
    caseId == null ? memberId == null || reached.has(memberId) : open.has(caseId)
  const seen = raws.filter(isSeen)
  const members = await memberFacts(
    ctx.db,
    seen.flatMap(({ memberId, caseId }) => memberId ?? cases.get(caseId ?? '')?.memberId ?? []),
  )
  const names = await namesOf(
    ctx.db,
    seen.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return seen.map((raw) => {
    const of = cases.get(raw.caseId ?? '')
    const about = members.get(raw.memberId ?? of?.memberId ?? '')
    const tier = (of?.tierAtOpening as WaitItem['tier'] | undefined) ?? about?.tier ?? 'none'
    const { priority } = priorityOf({ urgency: 'normal', importance: 'normal', tier }, priorities)
    return toItem(raw, of, about, { tier, priority }, names.get(raw.ownerId ?? '') ?? null)
  })
}

/** Tier and severity are those of the case, which keeps them from its registration; else the member's of today. */
function toItem(
  raw: Raw,
  of: CaseFacts | undefined,
  member: MemberFacts | undefined,
  { tier, priority }: Pick<WaitItem, 'tier' | 'priority'>,
  ownerName: string | null,
): WaitItem {
  const nextDueAt = raw.dueAt ?? of?.nextDueAt ?? null
  return {
    ...{ what: raw.what, id: raw.id, title: raw.title || (of?.title ?? ''), tier, nextDueAt, ownerName },
    number: of?.number ?? raw.callNumber ?? null,
    contactName: member?.name ?? of?.contactName ?? raw.about ?? '',
    severity: of?.severity ?? 'general',
    priority: of?.priority ?? priority,
    ownerId: raw.ownerId as UserId | null,
    queueAt: nextDueAt ?? NEVER_DUE,
    caseId: (raw.caseId ?? null) as CaseId | null,
    callId: (raw.callId ?? null) as CallId | null,
    memberId: (raw.memberId ?? of?.memberId ?? null) as MemberId | null,
  }
}
