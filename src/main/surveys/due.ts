import type { Parsed } from '../../shared/contracts.ts'
import type { DuePreview, FormView } from '../../shared/surveys/views.ts'
import { EXCLUSIONS, type Exclusion } from '../../shared/surveys/words.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { DAY } from '../../shared/time.ts'
import { namesOf } from '../cases/case-file.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { maskValue } from '../rules/masking.ts'
import { exclusionOf } from '../rules/survey-due.ts'
import { sideOf } from '../rules/survey-message.ts'
import { drawSample } from '../rules/survey-sample.ts'
import { askedBefore, type Before, surveyConsents } from './candidate-queries.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { codeFor, currentForm } from './form-queries.ts'

export type ListQuery = Parsed<'surveys.due'>

export type Drawing = {
  form: FormView
  candidates: number
  due: number
  excluded: { reason: Exclusion; count: number }[]
  sample: Candidate[]
}

/** As many as somebody looks through before a list is made. */
const SHOWN = 200

const matterKey = ({ caseId, round, callId, bookingId }: Omit<Before, 'person' | 'askedAt' | 'source'>) =>
  caseId === null ? `${callId ?? ''}/${bookingId ?? ''}` : `${caseId}#${round}`

/** S4-117: everybody whose matter ended in the period, less those who may not be asked, and of the rest the sample. */
export async function draw(ctx: Ctx, list: ListQuery): Promise<Drawing> {
  const { db, now } = ctx
  const form = await currentForm(db, codeFor(list.scope, list.source))
  const candidates = await candidatesOf(ctx, list)
  const people = candidates.map(({ asked }) => asked.person)
  const before = await askedBefore(db, people, now - 400 * DAY)
  const members = candidates.map(({ asked }) => asked.memberId).filter((id) => id !== null)
  const consents = await surveyConsents(db, members)
  const times = Map.groupBy(before, ({ person }) => person)
  const matters = new Set(before.map(matterKey))
  const onList = new Set<string>()
  const counts = new Map<Exclusion, number>()
  const due: Candidate[] = []
  // The newest matter of a person is the one to ask about.
  for (const one of candidates.toReversed()) {
    const { asked, hasLeft, mobile, email } = one
    const { person, memberId } = asked
    const reason = exclusionOf(
      {
        ...{ scope: list.scope, channel: list.channel, hasLeft, mobile, email, now },
        consent: memberId === null ? null : (consents.get(memberId) ?? null),
        isAsked: matters.has(matterKey(asked)),
        askedAt: [...(times.get(person) ?? []).map(({ askedAt }) => askedAt), ...(onList.has(person) ? [now] : [])],
      },
      { ...form.body, gapDays: Math.max(form.body.gapDays, onList.has(person) ? 1 : 0) },
    )
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    else {
      onList.add(person)
      due.push(one)
    }
  }
  const sample = drawSample(due, { kind: list.sampleKind, size: list.sampleSize, seed: list.seed })
  const excluded = EXCLUSIONS.flatMap((reason) => {
    const count = counts.get(reason)
    return count === undefined ? [] : [{ reason, count }]
  })
  return { form, candidates: candidates.length, due: due.length, excluded, sample }
}

/** S1-52 S1-53: the list as it would be made now; nobody is asked by looking at it. */
export const due: Handler<'surveys.due'> = async (ctx, list): Promise<DuePreview> => {
  const { form, sample, ...counts } = await draw(ctx, list)
  const shown = sample.slice(0, SHOWN)
  const names = await namesOf(
    ctx.db,
    shown.map(({ agentId }) => agentId).filter((id) => id !== null),
  )
  return {
    ...{ formId: form.id, ...counts, sampled: sample.length },
    rows: shown.map((one) => ({
      ...{ id: one.id, maskedName: maskValue('name', one.name), language: one.language, endedAt: one.endedAt },
      maskedAddress: list.channel === 'email' ? maskValue('email', one.email) : maskValue('phone', one.mobile),
      matter: [one.number, one.matter[sideOf('zh')], one.flight].filter((part) => part !== '').join(' · '),
      agentName: one.agentId === null ? null : (names.get(one.agentId) ?? ''),
      tier: one.asked.tier as MemberTier,
    })),
  }
}
