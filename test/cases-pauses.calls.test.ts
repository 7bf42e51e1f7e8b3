import { expect } from 'vitest'
import type { CaseId } from '../src/shared/ids.ts'
import { DAY, HOUR } from '../src/shared/time.ts'
import { type App, onEveryEngine, START } from './app.ts'
import { complaint, take } from './cases-fixtures.ts'
import { investigate } from './clocks-fixture.ts'

const dueOf = async (app: App, id: CaseId, kind = 'resolve') => {
  const clock = (await app.call('cases.show', { id })).clocks.find((one) => one.kind === kind)
  return ((clock?.dueAt ?? 0) - START) / HOUR
}

const asked = (now: number) => ({ askedFor: '行李牌照片', howToSubmit: '短信链接', chaseAt: now + DAY })

/** A complaint about a delay (48 hours) that waited for its customer from the second to the twelfth hour, by mistake. */
async function paused(app: App): Promise<{ id: CaseId; pause: number; lastSeq: number }> {
  const agent = await app.as('agent')
  const { id } = await app.call('cases.open', complaint())
  await investigate(app, id, agent)
  app.wait(2 * HOUR)
  const { lastSeq: pause } = await take(app, id, 'wait', asked(app.now()))
  app.wait(10 * HOUR)
  const { lastSeq } = await take(app, id, 'resume', { customerAnswer: '已发送' })
  app.wait(HOUR)
  return { id, pause, lastSeq }
}

onEveryEngine(
  'S2-70 a lead corrects a pause that was recorded wrongly: the limits are worked out anew, the explanation and the log say what was and why',
  async (app) => {
    const { id, pause, lastSeq } = await paused(app)
    expect(await dueOf(app, id)).toBe(58)
    const input = {
      id,
      pause,
      from: START + 2 * HOUR,
      to: START + 5 * HOUR,
      reason: '客户当日已答复',
      expectedSeq: lastSeq,
    }
    expect(await app.fail('cases.correctPause', input)).toEqual({ code: 'FORBIDDEN' })
    await app.as('lead')
    expect(await app.fail('cases.correctPause', { ...input, expectedSeq: 1 })).toMatchObject({ code: 'CONFLICT' })
    expect(await app.fail('cases.correctPause', { ...input, reason: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    const corrected = await app.call('cases.correctPause', input)
    expect(await dueOf(app, id)).toBe(51)

    const [why] = await app.call('cases.explain', { id, clock: 'resolve' })
    expect(why?.intervals.filter(({ kind }) => kind === 'paused')).toMatchObject([
      { from: input.from, to: input.to, pause: { seq: pause, from: input.from, to: input.to } },
    ])
    expect(why?.corrections).toEqual([
      {
        ...{ pause, was: { from: START + 2 * HOUR, to: START + 12 * HOUR }, now: { from: input.from, to: input.to } },
        ...{
          reason: input.reason,
          byName: 'lead',
          at: app.now(),
          stepName: expect.objectContaining({ zh: '等客户补充' }),
        },
      },
    ])
    expect(why?.countedMs).toBe(48 * HOUR)
    const { events } = await app.call('cases.show', { id })
    expect(events.find(({ kind }) => kind === 'pauseCorrected')).toMatchObject({
      actorName: 'lead',
      data: { reason: input.reason, was: { to: START + 12 * HOUR } },
    })
    // What was recorded first stays as it was recorded.
    expect(events.find(({ toState }) => toState === 'waitingCustomer')).toMatchObject({ at: START + 2 * HOUR })
    expect((await app.call('cases.replay', { id })).found).toEqual([])

    const none = { ...input, to: input.from, reason: '从未等过客户', expectedSeq: corrected.lastSeq }
    await app.call('cases.correctPause', none)
    expect(await dueOf(app, id)).toBe(48)
    const [never] = await app.call('cases.explain', { id, clock: 'resolve' })
    expect(never?.intervals.some(({ kind }) => kind === 'paused')).toBe(false)
    expect(never?.corrections).toHaveLength(2)
    expect((await app.call('cases.replay', { id })).found).toEqual([])
  },
)

onEveryEngine('a limit that had ended by the wrong pause in time is found to have been broken', async (app) => {
  const { id, pause } = await paused(app)
  app.wait(40 * HOUR)
  await take(app, id, 'reply', {
    ...{ simpleReason: 'explained', causeText: '机务排故', measures: '致歉', resultFeedback: '已说明' },
    ...{ feedbackAt: app.now(), feedbackChannel: 'phone' },
  })
  const resolve = async () => (await app.call('cases.show', { id })).clocks.find(({ kind }) => kind === 'resolve')
  expect(await resolve()).toMatchObject({ state: 'met', dueAt: START + 58 * HOUR })
  await app.as('lead')
  const { lastSeq } = await app.call('cases.pulse', { id })
  const from = START + 2 * HOUR
  await app.call('cases.correctPause', { id, pause, from, to: from, reason: '误点', expectedSeq: lastSeq })
  expect(await resolve()).toMatchObject({ state: 'breached', dueAt: START + 48 * HOUR, breachedAt: START + 48 * HOUR })
  expect((await resolve())?.signals.at(-1)).toMatchObject({ percent: 100, at: START + 48 * HOUR })
  expect((await app.call('cases.replay', { id })).found).toEqual([])
})

onEveryEngine('a pause lies between the steps around it, and one that still lasts is ended first', async (app) => {
  const { id, pause, lastSeq } = await paused(app)
  await app.as('lead')
  const input = { id, pause, from: START + 2 * HOUR, to: START + 5 * HOUR, reason: '更正', expectedSeq: lastSeq }
  const rule = async (more: object) =>
    (await app.fail('cases.correctPause', { ...input, ...more })) as { rule?: string }
  expect(await rule({ from: START - 1 })).toMatchObject({ rule: 'pause-begins-outside' })
  expect(await rule({ from: START + 6 * HOUR })).toMatchObject({ rule: 'pause-begins-outside' })
  expect(await rule({ to: app.now() + 1 })).toMatchObject({ rule: 'pause-ends-outside' })
  expect(await rule({ to: START + 12 * HOUR })).toMatchObject({ rule: 'pause-same' })
  expect(await rule({ to: null })).toMatchObject({ rule: 'pause-has-ended' })
  expect(await rule({ pause: 2 })).toMatchObject({ rule: 'pause-none' })
  await app.as('agent')
  const waiting = await take(app, id, 'wait', asked(app.now()))
  const seq = waiting.lastSeq
  await app.as('lead')
  const again = { ...input, pause: seq, from: app.now(), expectedSeq: seq }
  expect(await app.fail('cases.correctPause', { ...again, to: app.now() })).toMatchObject({ rule: 'pause-still-lasts' })
  app.wait(2 * HOUR)
  const earlier = { ...again, from: START + 12 * HOUR + HOUR / 2, to: null }
  await app.call('cases.correctPause', earlier)
  const clock = (await app.call('cases.show', { id })).clocks.find(({ kind }) => kind === 'resolve')
  expect(clock).toMatchObject({ state: 'paused', pausedAt: earlier.from })
  expect((await app.call('cases.replay', { id })).found).toEqual([])
})

onEveryEngine('limits worked out anew under other rules keep a pause as it was corrected', async (app) => {
  const { id, pause, lastSeq } = await paused(app)
  await app.as('lead')
  const from = START + 2 * HOUR
  await app.call('cases.correctPause', { id, pause, from, to: from, reason: '误点', expectedSeq: lastSeq })
  const preview = await app.call('policies.rebasePreview', { caseId: id })
  expect(preview.clocks.every(({ effect }) => effect === 'same')).toBe(true)
  await app.call('policies.rebase', {
    ...{ caseId: id, choice: 'recompute', reason: '统一口径', expectedSeq: preview.lastSeq },
  })
  expect(await dueOf(app, id)).toBe(48)
  expect((await app.call('cases.replay', { id })).found).toEqual([])
})
