import { sideOf } from '../../shared/contract.ts'
import type { Values } from '../../shared/messages/variables.ts'
import type { Occasion } from '../../shared/messages/words.ts'
import type { Language } from '../../shared/session/model.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../shared/tiers/model.ts'
import { DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { titleOf } from '../rules/greeting.ts'
import { soundsOf } from '../rules/han-sounds.ts'
import { stateOf } from '../rules/workflow.ts'
import { dayAt, minuteAt } from '../rules/zone.ts'
import { readSettings } from '../session/queries.ts'
import type { MemberRecord } from './queries.ts'

export type About = { file: CaseFile | null; member: MemberRecord | null }

/** What the store knows for a wording: who is addressed, their matter, where it stands and how it was handled. */
export async function valuesOf(
  ctx: Ctx,
  { file, member }: About,
  language: Language,
  promisedAt: Instant | null,
): Promise<Values> {
  const { hotlines } = await readSettings(ctx.db)
  return {
    title: addressOf(file, member, language),
    tier: tierOf(member, language),
    hotline: hotlines[0]?.number ?? '',
    agent: ctx.actor.role === 'system' ? '' : ctx.actor.name,
    expectedAt: promisedAt === null ? '' : clockText(promisedAt),
    today: dayAt(DESK_ZONE, ctx.now),
    ...(file ? caseValues(file, language) : {}),
  }
}

function caseValues({ row, recorded, workflow, events }: CaseFile, language: Language): Values {
  const side = sideOf(language)
  const text = (name: string) => (typeof recorded[name] === 'string' ? recorded[name] : '')
  const steps = events.flatMap(({ toState, at }) => {
    const name = toState === null ? undefined : stateOf(workflow, toState)?.name[side]
    return name === undefined ? [] : [{ name, text: `${dayAt(DESK_ZONE, at).slice(5)} ${name}` }]
  })
  const process = steps.filter(({ name }, i) => name !== steps[i - 1]?.name).map((step) => step.text)
  return {
    number: row.number,
    matter: row.title,
    stage: stateOf(workflow, row.state)?.forCustomer[side] ?? '',
    measures: text('measures') || text('solution'),
    cause: text('causeText'),
    prevention: text('prevention'),
    suggestion: row.kind === 'suggestion' ? row.content : text('customerSuggestion'),
    flight: [row.flightNo, row.flightDay].filter((part) => part !== null).join(' '),
    process: process.join(language === 'en' ? ', ' : '、'),
  }
}

/** S3-49: the form of address a member asked for, else one that fits; a stranger without a name is a passenger. */
function addressOf(file: CaseFile | null, member: MemberRecord | null, language: Language): string {
  const stranger = language === 'en' ? 'passenger' : '旅客'
  if (member) {
    const { name, gender, language: spoken, title: formOfAddress } = member
    return (
      titleOf({ name, gender, language: spoken, formOfAddress, latinFamilyName: latinOf(name) }, language) || stranger
    )
  }
  return file?.row.contactName.trim() || stranger
}

/** The member's tier by its name; empty for somebody who is no member. */
function tierOf(member: MemberRecord | null, language: Language): string {
  const tier = MEMBER_TIERS.find((one) => one === member?.tier)
  return tier === undefined ? '' : MEMBER_TIER_NAMES[tier][sideOf(language)]
}

/** 王小明 → Wang. */
function latinOf(name: string): string {
  const [family = ''] = soundsOf(name)
  return family === '' ? '' : (family[0]?.toUpperCase() ?? '') + family.slice(1)
}

function clockText(at: Instant): string {
  const minute = minuteAt(DESK_ZONE, at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${dayAt(DESK_ZONE, at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const LIMIT_KINDS: Partial<Record<Occasion, readonly string[]>> = {
  acknowledgement: ['respond', 'confirm'],
  progress: ['progress', 'reply', 'resolve'],
  delay: ['progress', 'reply', 'resolve'],
  result: ['reply', 'resolve', 'answer'],
  apology: ['respond'],
  revisit: ['followUp'],
}

/** S5-29: by when the customer must have heard it: the limit of the case that it belongs to. */
export function dueOf({ clocks }: CaseFile, occasion: Occasion): Instant | null {
  for (const kind of LIMIT_KINDS[occasion] ?? []) {
    const clock = clocks.find((one) => one.kind === kind && one.state === 'running')
    if (clock) return clock.dueAt
  }
  return null
}

/** S5-59: the time by which a case is to be settled under its own limits. */
export function expectedOf({ clocks, recorded }: CaseFile, now: Instant): Instant | null {
  const told = typeof recorded.expectedAt === 'number' && recorded.expectedAt > now ? recorded.expectedAt : null
  if (told !== null) return told
  for (const kind of ['resolve', 'reply', 'answer']) {
    const clock = clocks.find((one) => one.kind === kind && one.state === 'running')
    if (clock && clock.dueAt > now) return clock.dueAt
  }
  return null
}
