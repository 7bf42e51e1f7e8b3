import { expect } from 'vitest'
import { CHANNELS } from '../src/shared/cases/words.ts'
import type { CategoryRow, ChannelRow, DeskRow } from '../src/shared/classes/model.ts'
import { inherited, offeredCategories } from '../src/shared/classes/offered.ts'
import type { Input } from '../src/shared/contracts.ts'
import type { App } from './app.ts'
import { onEngine, onEveryEngine } from './app.ts'
import { complaint, inStore, take } from './cases-fixtures.ts'

const lists = (app: App) => app.call('classes.list', {})

async function categoryOf(app: App, code: string): Promise<CategoryRow> {
  const row = (await lists(app)).categories.find((one) => one.code === code)
  if (!row) throw new Error(`no ${code}`)
  return row
}

async function channelOf(app: App, code: string): Promise<ChannelRow> {
  const row = (await lists(app)).channels.find((one) => one.code === code)
  if (!row) throw new Error(`no ${code}`)
  return row
}

async function deskOf(app: App, code: string): Promise<DeskRow> {
  const row = (await lists(app)).desks.find((one) => one.code === code)
  if (!row) throw new Error(`no ${code}`)
  return row
}

const wifi: Input<'classes.saveCategory'> = {
  code: 'equipment.wifi',
  name: { zh: '机上网络', en: 'On-board internet' },
  regulator: 'G',
  contentClass: 'network',
  department: 'technical',
  timeClass: 'immediate',
  guide: [{ zh: '记录机号与时间', en: 'Note aircraft and time' }],
  isNew: true,
}

onEveryEngine(
  'S1-31 S1-44 S2-18 an administrator adds a category, a case is registered with it under its group’s and the default limits; renamed and retired it stays readable and is not offered any more',
  async (app) => {
    await app.as('admin')
    await app.call('classes.saveCategory', wifi)
    const { audit: _, ...rest } = { audit: 0, ...(await categoryOf(app, 'equipment.wifi')) }
    const { isNew: __, ...sent } = wifi
    expect(rest).toEqual({ ...sent, objectClass: null, plan: null, isActive: true })
    expect(await app.fail('classes.saveCategory', wifi)).toMatchObject({ rule: 'class-code-taken' })

    await app.as('lead', 'zhao')
    const limits = await app.call('classes.limits', { category: 'equipment.wifi' })
    expect(limits.map(({ clock, from }) => [clock, from])).toEqual(
      expect.arrayContaining([
        ['respond', 'default'],
        ['resolve', 'default'],
      ]),
    )
    expect(limits.every(({ from }) => from === 'default')).toBe(true)
    const seat = await app.call('classes.limits', { category: 'equipment.seat' })
    expect(seat.find(({ clock }) => clock === 'resolve')).toMatchObject({
      ...{ ruleId: 's2-class-48h', from: 'default' },
      besides: [{ ruleId: 's1-equipment-resolve', from: 'group' }],
    })
    const delay = await app.call('classes.limits', { category: 'flight.delay' })
    expect(new Set(delay.map(({ from }) => from))).toContain('own')

    await app.as('agent', 'li')
    const opened = await app.call('cases.open', complaint({ category: 'equipment.wifi' }))
    expect(await app.call('cases.show', { id: opened.id })).toMatchObject({
      category: 'equipment.wifi',
      contentClass: 'network',
      objectClass: 'operator',
      department: 'technical',
      timeClass: 'immediate',
    })
    const kinds = opened.clocks.map(({ kind, ruleId }) => [kind, ruleId])
    for (const { clock, ruleId } of limits.filter(({ clock }) => clock === 'respond'))
      expect(kinds).toContainEqual([clock, ruleId])
    expect(await app.fail('classes.saveCategory', wifi)).toEqual({ code: 'FORBIDDEN' })

    await app.as('admin')
    const renamed = { ...(await categoryOf(app, 'equipment.wifi')), name: { zh: '机上无线网络', en: 'Wi-Fi on board' } }
    await app.call('classes.saveCategory', { ...renamed, isActive: false, isNew: false })
    expect(offeredCategories(await lists(app)).map(({ code }) => code)).not.toContain('equipment.wifi')
    await app.as('agent', 'li')
    expect(await app.fail('cases.open', complaint({ category: 'equipment.wifi' }))).toMatchObject({
      rule: 'category-retired',
      params: { name: '机上无线网络', nameEn: 'Wi-Fi on board' },
    })
    expect((await app.call('cases.show', { id: opened.id })).category).toBe('equipment.wifi')
    expect((await app.call('cases.queue', { category: 'equipment.wifi' })).rows.map(({ id }) => id)).toEqual([
      opened.id,
    ])
    expect((await app.call('cases.queue', { category: 'equipment' })).rows).toHaveLength(1)
    const { text } = await app.call('cases.share', { id: opened.id, departments: ['technical'], purpose: '核实' })
    expect(text).toContain('机上无线网络')
  },
)

onEveryEngine(
  'S1-44 a limit made for a new category is its own, one for the group holds for its details',
  async (app) => {
    await app.as('manager')
    await app.call('classes.saveCategory', { ...wifi, code: 'pets', guide: [], name: { zh: '宠物运输', en: 'Pets' } })
    await app.call('classes.saveCategory', {
      ...wifi,
      code: 'pets.cabin',
      name: { zh: '客舱宠物', en: 'Pets in the cabin' },
    })
    const sources = async (category: string) =>
      new Set((await app.call('classes.limits', { category })).map(({ from }) => from))
    expect(await sources('pets.cabin')).toEqual(new Set(['default']))
    expect(await app.fail('classes.limits', { category: 'nothing' })).toEqual({ code: 'NOT_FOUND', entity: 'class' })
    expect(await app.fail('classes.saveCategory', { ...wifi, code: 'birds.cabin' })).toMatchObject({
      rule: 'class-group-missing',
      params: { code: 'birds' },
    })
  },
)

const BY_GROUP = [
  ['S2-02', 'counter', 'human'],
  ['S2-03', 'faceToFace', 'human'],
  ['S2-04', 'website', 'internet'],
  ['S2-05 S5-03 S4-120', 'chat', 'internet'],
  ['S2-06', 'weibo', 'social'],
  ['S2-07 S5-07', 'app', 'mobile'],
  ['S2-08', 'reportPhone', 'report'],
  ['S2-09', 'reportEmail', 'report'],
  ['S4-120 S5-05', 'phone', 'human'],
  ['S4-120 S5-06', 'email', 'message'],
] as const

onEveryEngine(
  'S2-02 S2-03 S2-04 S2-05 S2-06 S2-07 S2-08 S2-09 S4-120 S5-03 S5-05 S5-06 S5-07 S5-46 cases of every channel stand in one list and are filtered by channel and by group',
  async (app) => {
    await app.as('lead', 'zhao')
    const ids = new Map<string, string>()
    for (const channel of CHANNELS)
      ids.set(
        channel,
        (await app.call('cases.open', complaint({ channel, ...(channel === 'phone' ? { severity: 'urgent' } : {}) })))
          .id,
      )
    const { rows } = await app.call('cases.queue', { limit: 100 })
    expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set<string>(CHANNELS))
    const { channels } = await lists(app)
    for (const [, code, group] of BY_GROUP) {
      expect(channels.find((one) => one.code === code)?.groupCode).toBe(group)
      expect((await app.call('cases.queue', { channel: code })).rows.map(({ id }) => id)).toEqual([ids.get(code)])
      const inGroup = channels.filter(({ groupCode }) => groupCode === group).map((one) => ids.get(one.code))
      const found = await app.call('cases.queue', { channelGroup: group })
      expect(new Set(found.rows.map(({ id }) => id))).toEqual(new Set(inGroup))
      expect(await app.call('cases.queueTotal', { channelGroup: group })).toBe(inGroup.length)
    }
    const seen = async (id: string | undefined) => (await app.call('cases.show', { id: id as never })).isRestricted
    expect([
      await seen(ids.get('reportPhone')),
      await seen(ids.get('reportEmail')),
      await seen(ids.get('phone')),
    ]).toEqual([true, true, false])
  },
)

onEveryEngine(
  'S2-11 both levels of channels are kept: a group that means reports restricts its cases, a retired channel is not chosen for new cases and old ones keep it',
  async (app) => {
    await app.as('admin')
    const group = {
      code: 'integrity',
      name: { zh: '廉洁举报', en: 'Integrity' },
      meaning: 'report',
      isNew: true,
    } as const
    const channel = {
      code: 'letterbox',
      groupCode: 'integrity',
      name: { zh: '举报信箱', en: 'Letterbox' },
      isNew: true,
    }
    expect(await app.fail('classes.saveChannel', channel)).toMatchObject({ rule: 'class-group-missing' })
    await app.call('classes.saveChannelGroup', group)
    await app.call('classes.saveChannel', channel)
    await app.as('agent', 'li')
    const { id } = await app.call('cases.open', complaint({ channel: 'letterbox' }))
    expect(await app.call('cases.show', { id })).toMatchObject({ channel: 'letterbox', isRestricted: true })
    await app.as('lead', 'zhao')
    expect(await app.fail('cases.show', { id })).toEqual({ code: 'NOT_FOUND', entity: 'case' })
    await app.as('admin')
    await app.call('classes.saveChannelGroup', { ...group, isNew: false, isActive: false })
    await app.as('agent', 'li')
    expect(await app.fail('cases.open', complaint({ channel: 'letterbox' }))).toMatchObject({ rule: 'channel-retired' })
    const { lastSeq } = await app.call('cases.pulse', { id })
    const parted = await app.call('cases.split', {
      ...{ id, content: '另有行李破损', demand: '赔偿', category: 'baggage.damaged', severity: 'general' },
      ...{ reason: '两件事', expectedSeq: lastSeq },
    })
    expect(await app.call('cases.show', { id: parted.id })).toMatchObject({ channel: 'letterbox', isRestricted: true })
    expect(await app.fail('cases.open', complaint({ channel: 'pigeon' }))).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: 'channel', reason: 'invalid_value' }],
    })
  },
)

onEveryEngine(
  'S1-01 S1-02 S1-03 S1-14 each desk has hotlines and hours of its own and its own queue; staff at the airport register and work on complaints',
  async (app) => {
    await app.as('admin')
    const callCentre = await deskOf(app, 'callCentre')
    const hotlines = [{ number: '400-000-1234', note: '24小时' }]
    await app.call('classes.saveDesk', { ...callCentre, hotlines, calendarId: 'CN' })
    expect(await deskOf(app, 'callCentre')).toEqual({ ...callCentre, hotlines, calendarId: 'CN' })
    expect(await app.fail('classes.saveDesk', { ...callCentre, calendarId: 'nowhere' })).toMatchObject({
      entity: 'calendar',
    })
    await app.as('agent', 'airport-wu')
    const ids: Record<string, string> = {}
    for (const department of ['callCentre', 'online', 'airport'] as const)
      ids[department] = (await app.call('cases.open', complaint({ department, channel: 'airport' }))).id
    for (const department of ['callCentre', 'online', 'airport'] as const)
      expect((await app.call('cases.queue', { department })).rows.map(({ id }) => id)).toEqual([ids[department]])
    const at = ids.airport as never
    const state = await take(app, at, 'confirm', {
      ...{ contactPerson: '陈女士', contactAt: app.now(), contactChannel: 'faceToFace', confirmedFacts: '属实' },
      ...{ processExplained: true, expectedAt: app.now() + 3_600_000 },
    })
    expect(state.state).toBe('confirmed')
  },
)

onEngine('sqlite', 'S1-14 a desk that categories send their cases to is not retired', async (app) => {
  await app.as('admin')
  const baggage = await deskOf(app, 'baggage')
  expect(await app.fail('classes.saveDesk', { ...baggage, isActive: false })).toMatchObject({ rule: 'desk-in-use' })
  const online = await deskOf(app, 'online')
  await app.call('classes.saveDesk', { ...online, isActive: false })
  await app.as('agent', 'li')
  expect(await app.fail('cases.open', complaint({ department: 'online' }))).toMatchObject({ rule: 'desk-retired' })
})

const CLASSES: [ids: string, codes: string[]][] = [
  ['S1-28', ['flight.delay']],
  ['S1-29', ['service.attitude']],
  ['S1-30', ['ticket', 'ticket.booking']],
  ['S2-44', ['service.quality', 'service.attitude', 'service.process']],
  ['S2-45', ['fare.package', 'fare.calculation', 'fare.promotion']],
  ['S2-46', ['network.website', 'network.app', 'network.operation', 'network.stability']],
  ['S2-47', ['equipment.seat', 'equipment.cabin', 'equipment.baggage']],
  ['S2-48', ['other.privacy', 'other.contract']],
  ['S4-124', ['travel.quality']],
  ['S4-125', ['travel.itinerary']],
  ['S4-126', ['travel.lodging']],
  ['S4-127', ['travel.guide']],
  ['S5-09', ['ticket.order']],
  ['S5-10', ['service.quality']],
  ['S5-11', ['fare.payment']],
]

onEveryEngine(
  'S1-28 S1-29 S1-30 S2-44 S2-45 S2-46 S2-47 S2-48 S4-124 S4-125 S4-126 S4-127 S5-09 S5-10 S5-11 each class is offered, a complaint is registered with it, limited, and found by it and by its group',
  async (app) => {
    await app.as('agent', 'li')
    const offered = new Set(offeredCategories(await lists(app)).map(({ code }) => code))
    for (const code of new Set(CLASSES.flatMap(([, codes]) => codes))) {
      expect(offered).toContain(code)
      const { id, clocks } = await app.call('cases.open', complaint({ category: code }))
      expect(
        clocks.some(({ kind }) => kind === 'resolve'),
        code,
      ).toBe(true)
      expect((await app.call('cases.queue', { category: code })).rows.map((row) => row.id)).toContain(id)
      const inGroup = await app.call('cases.queue', { category: code.split('.')[0] ?? '' })
      expect(inGroup.rows.map((row) => row.id)).toContain(id)
    }
  },
)

onEveryEngine(
  'S4-128 S5-43 S5-44 every class has a plan to begin with, its own or its group’s; delay and a hotel not honoured have a guide; both are changed by administrators',
  async (app) => {
    await app.as('agent', 'li')
    const all = await lists(app)
    for (const { code } of all.categories) expect(inherited(all, code, 'plan')?.measures.zh, code).toMatch(/\S{10}/)
    expect(inherited(all, 'travel.lodging', 'plan')).not.toEqual(inherited(all, 'travel.guide', 'plan'))
    expect(inherited(all, 'flight.delay', 'guide')).toHaveLength(7)
    expect(inherited(all, 'travel.hotel', 'guide')?.[1]?.zh).toContain('酒店前台')
    await app.as('admin')
    const guide = [{ zh: '先致歉', en: 'Apologise first' }]
    await app.call('classes.saveCategory', { ...(await categoryOf(app, 'travel.hotel')), guide, isNew: false })
    expect(inherited(await lists(app), 'travel.hotel', 'guide')).toEqual(guide)
  },
)

onEveryEngine(
  'S4-121 a complaint is accepted at any hour of the journey, with the customer’s own time',
  async (app) => {
    await app.as('agent', 'li')
    for (const hour of ['00:30', '04:00', '13:00', '23:59']) {
      app.setNow(Date.parse(`2026-10-03T${hour}:00+08:00`))
      const { id, clocks } = await app.call('cases.open', complaint({ channel: 'app', category: 'travel.guide' }))
      expect((await app.call('cases.show', { id })).receivedAt).toBe(app.now())
      expect(clocks.some(({ kind }) => kind === 'respond')).toBe(true)
    }
  },
)

onEveryEngine(
  'S2-13 S2-14 S2-15 S2-16 S2-17 S2-114 all five axes stand on one complaint, every value of each is registered and filtered by, alone and together',
  async (app) => {
    await app.as('agent', 'li')
    const axes = {
      contentClass: ['service', 'network', 'fee', 'product'],
      severity: ['general', 'major', 'urgent'],
      objectClass: ['operator', 'partner', 'third'],
      department: ['vip', 'technical', 'marketing'],
      timeClass: ['immediate', 'h24', 'h48'],
    } as const
    const made: { id: string; [axis: string]: string }[] = []
    for (let i = 0; i < 12; i++) {
      const pick = <T>(values: readonly T[], step: number): T => values[Math.floor(i / step) % values.length] as T
      const chosen = {
        contentClass: pick(axes.contentClass, 1),
        severity: pick(axes.severity, 2),
        objectClass: pick(axes.objectClass, 4),
        department: pick(axes.department, 3),
        timeClass: pick(axes.timeClass, 1),
      }
      made.push({ id: (await app.call('cases.open', complaint(chosen))).id, ...chosen })
    }
    const found = async (filter: Record<string, string>) =>
      (await app.call('cases.queue', filter as never)).rows.map(({ id }) => id).sort()
    const wanted = (filter: Record<string, string>) =>
      made
        .filter((one) => Object.entries(filter).every(([axis, value]) => one[axis] === value))
        .map(({ id }) => id)
        .sort()
    for (const [axis, values] of Object.entries(axes))
      for (const value of values)
        expect(await found({ [axis]: value }), `${axis} ${value}`).toEqual(wanted({ [axis]: value }))
    for (const { id, ...all } of made)
      expect(await found(all)).toEqual(wanted(all).filter((one) => one === id || wanted(all).includes(one)))
  },
)

onEngine(
  'sqlite',
  'a store from before these lists has the shipped ones, and keeps its own changes beside them',
  async (app) => {
    await inStore(app, async (db) => {
      for (const list of ['categories', 'channels', 'channelGroups', 'desks'] as const)
        await db.deleteFrom(list).execute()
    })
    await app.as('admin')
    const before = await lists(app)
    expect(before.channels.map(({ code }) => code)).toEqual([...CHANNELS])
    await app.as('agent', 'li')
    await app.call('cases.open', complaint({ category: 'travel.guide', channel: 'reportEmail' }))
    await app.as('admin')
    await app.call('classes.saveCategory', wifi)
    const after = await lists(app)
    expect(after.categories.map(({ code }) => code)).toEqual([
      ...before.categories.map(({ code }) => code),
      'equipment.wifi',
    ])
    await app.call('classes.arrange', { list: 'channels', codes: [...CHANNELS].reverse() })
    expect((await lists(app)).channels.map(({ code }) => code)).toEqual([...CHANNELS].reverse())
    expect(await app.fail('classes.arrange', { list: 'channels', codes: ['phone'] })).toMatchObject({
      rule: 'class-list-changed',
    })
    const phone = await channelOf(app, 'phone')
    for (const code of [...CHANNELS].filter((one) => one !== 'phone'))
      await app.call('classes.saveChannel', { ...(await channelOf(app, code)), isActive: false, isNew: false })
    expect(await app.fail('classes.saveChannel', { ...phone, isActive: false, isNew: false })).toMatchObject({
      rule: 'class-last-one',
    })
  },
)
