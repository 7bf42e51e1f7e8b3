import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coversYear, nextTip, SET_UP_STEPS, stepsLeft, TIPS } from '../src/shared/guide/rules.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { putMember } from './calls-fixture.ts'

onEveryEngine(
  'a new desk lacks members and colleagues until they are there; its calendar covers this year',
  async (app) => {
    const fresh = { members: false, colleagues: false, calendar: true, backups: false }
    expect(await app.call('guide.standing', {})).toEqual(fresh)
    await putMember(app, 'EG1', '陈女士')
    expect(await app.call('guide.standing', {})).toEqual({ ...fresh, members: true })
    await app.as('agent', 'li')
    expect(await app.fail('guide.standing', {})).toMatchObject({ code: 'FORBIDDEN' })
    await app.as('manager')
    expect(await app.call('guide.standing', {})).toEqual({ ...fresh, members: true, colleagues: true })
    app.setNow(Date.parse('2027-01-02T10:00:00+08:00'))
    await app.signIn('boss')
    expect(await app.call('guide.standing', {})).toMatchObject({ calendar: false })
  },
)

onEngine('sqlite', 'what a person has put away of the guide stays away for them, and for nobody else', async (app) => {
  const mine = await app.call('settings.mine', {})
  expect(mine.guide).toEqual({ hidesSetUp: false, hidesTips: false, seenTips: [] })
  const guide = { hidesSetUp: true, hidesTips: false, seenTips: ['palette'] }
  await app.call('settings.writeMine', { ...mine, guide })
  await app.as('agent', 'li')
  expect((await app.call('settings.mine', {})).guide).toEqual(mine.guide)
  await app.signIn('boss')
  expect((await app.call('settings.mine', {})).guide).toEqual(guide)
})

test('tips come one after the other, each once; an unknown one is passed over', () => {
  const seen: string[] = ['of an older version']
  for (let tip = nextTip(seen); tip !== null; tip = nextTip(seen)) seen.push(tip)
  expect(seen.slice(1)).toEqual(TIPS)
})

test('what cannot be done is not asked for, and nothing is left when everything else is done', () => {
  const state = fc.constantFrom(true, false, null)
  fc.assert(
    fc.property(fc.tuple(state, state, state, state, state), ([members, colleagues, calendar, backups, device]) => {
      const setUp = { members, colleagues, calendar, backups, device }
      expect(stepsLeft(setUp)).toEqual(SET_UP_STEPS.filter((step) => setUp[step] === false))
    }),
  )
})

test('a calendar covers the year when it reaches its last day; one without holidays need not', () => {
  const until = (to: string, alwaysOpen = false) => ({ alwaysOpen, coverage: { from: '2026-01-01', to } })
  expect([
    coversYear([until('2026-12-31')], '2026-05-01'),
    coversYear([until('2026-12-31')], '2027-01-01'),
    coversYear([until('2026-06-30', true), until('2027-12-31')], '2027-01-01'),
    coversYear([until('2026-12-30')], '2026-01-01'),
  ]).toEqual([true, false, true, false])
})
