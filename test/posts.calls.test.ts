import { expect } from 'vitest'
import { HOUR, MINUTE } from '../src/shared/time.ts'
import { onEveryEngine } from './app.ts'
import { addMember, at, complaint } from './cases-fixtures.ts'
import { writeTable } from './intake-fixtures.ts'

const WEIBO = {
  platform: 'weibo' as const,
  link: 'https://weibo.com/1/示例',
  author: '@示例旅客甲',
  text: '登机口三小时没人解释',
}

onEveryEngine(
  'S1-18 S1-19 feedback on Weibo and WeChat is kept with its link, author, words and time, and one post only once',
  async (app) => {
    await app.as('agent')
    const postedAt = app.now() - 30 * MINUTE
    const weibo = await app.call('posts.record', { ...WEIBO, postedAt })
    expect(weibo).toMatchObject({
      ...WEIBO,
      postedAt,
      recordedAt: app.now(),
      recordedByName: 'agent',
      state: 'open',
      isLate: false,
      dueAt: postedAt + 2 * HOUR,
      responseMs: null,
    })
    const memberId = await addMember(app, 'gold')
    const wechat = await app.call('posts.record', {
      platform: 'wechat',
      link: '',
      author: '示例微信用户',
      text: '公众号留言：改签电话打不通',
      postedAt,
      memberId,
    })
    expect(wechat).toMatchObject({ platform: 'wechat', link: '', memberName: '林晓' })
    expect(await app.fail('posts.record', { ...WEIBO, postedAt })).toMatchObject({ rule: 'post-known' })
    expect(await app.fail('posts.record', { ...WEIBO, link: 'weibo', postedAt })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await app.fail('posts.record', { ...WEIBO, link: '', postedAt: app.now() + HOUR })).toMatchObject({
      rule: 'post-in-future',
    })
    expect((await app.call('posts.list', {})).rows.map(({ author }) => author).sort()).toEqual([
      '@示例旅客甲',
      '示例微信用户',
    ])
  },
)

onEveryEngine(
  'S1-20 a post is answered, its response time is measured and late ones are listed, and it becomes a complaint with all it carried',
  async (app) => {
    await app.as('lead')
    await app.call('posts.setLimit', { minutes: 60 })
    await app.as('agent')
    const postedAt = app.now() - 30 * MINUTE
    const { id } = await app.call('posts.record', { ...WEIBO, postedAt })
    const slow = await app.call('posts.record', { ...WEIBO, link: '', author: '@示例旅客乙', postedAt })
    app.wait(50 * MINUTE)
    const late = await app.call('posts.list', { view: 'late' })
    expect(late).toMatchObject({ open: 2, late: 2, limitMinutes: 60 })
    expect(late.rows).toHaveLength(2)

    const answeredAt = postedAt + 45 * MINUTE
    expect(await app.fail('posts.answer', { id, answer: '您好', answeredAt: postedAt - 1 })).toMatchObject({
      rule: 'post-answer-before',
    })
    const answered = await app.call('posts.answer', { id, answer: '已私信您核实', answeredAt })
    expect(answered).toMatchObject({
      state: 'answered',
      responseMs: 45 * MINUTE,
      isLate: false,
      answeredByName: 'agent',
    })
    const slowly = await app.call('posts.answer', { id: slow.id, answer: '抱歉回复晚了' })
    expect(slowly).toMatchObject({ responseMs: 80 * MINUTE, isLate: true })
    expect(await app.call('posts.list', { view: 'answered' })).toMatchObject({
      open: 0,
      late: 0,
      medianMs: 45 * MINUTE,
      lateAnswers: 1,
    })
    expect(await app.fail('posts.answer', { id, answer: '再答' })).toMatchObject({ rule: 'post-answered' })

    const converted = await app.call('posts.convert', { id, category: 'flight.delay' })
    expect(converted).toMatchObject({ state: 'converted' })
    if (converted.caseId === null) throw new Error('no case')
    const view = await app.call('cases.show', { id: converted.caseId })
    expect(view).toMatchObject({
      kind: 'complaint',
      channel: 'weibo',
      receivedAt: postedAt,
      contactName: '@示例旅客甲',
      category: 'flight.delay',
      number: converted.caseNumber,
    })
    expect(view.content).toContain('登机口三小时没人解释')
    expect(view.content).toContain('https://weibo.com/1/示例')
    expect(view.clocks.every(({ startedAt }) => startedAt === postedAt)).toBe(true)
    // The answer below the post was the first response, at its own time.
    expect(view.clocks.find(({ kind }) => kind === 'respond')).toMatchObject({ state: 'met', stoppedAt: answeredAt })
    expect(view.events.find(({ kind }) => kind === 'contacted')).toMatchObject({
      at: answeredAt,
      data: { text: '已私信您核实', channel: 'social' },
    })
    expect(await app.fail('posts.convert', { id })).toMatchObject({ rule: 'post-converted' })
    const praise = await app.call('posts.record', {
      ...WEIBO,
      link: '',
      author: '@示例旅客丙',
      text: '服务很好',
      postedAt,
    })
    expect(await app.call('posts.dismiss', { id: praise.id, reason: '表扬，已点赞' })).toMatchObject({
      state: 'dismissed',
      isLate: false,
    })
    expect(await app.fail('posts.convert', { id: praise.id })).toMatchObject({ rule: 'post-dismissed' })
  },
)

onEveryEngine(
  'S2-19 each channel is counted every day against what was entered; a difference is explained before it is closed',
  async (app) => {
    await app.as('agent')
    const day = '2026-09-29'
    const receivedAt = at('2026-09-29T21:00')
    await app.call('cases.open', complaint({ channel: 'website', receivedAt }))
    await app.call('cases.open', complaint({ channel: 'website', receivedAt: at('2026-09-30T00:10') }))
    await app.call('cases.open', complaint({ channel: 'sms', receivedAt }))
    await app.call('posts.setReceived', { day, channel: 'website', received: 2 })
    await app.call('posts.setReceived', { day, channel: 'sms', received: 1 })
    const shown = await app.call('posts.checks', { day })
    const rowOf = (channel: string) => shown.rows.find((row) => row.channel === channel)
    expect(rowOf('website')).toMatchObject({ received: 2, entered: 1, difference: -1, state: 'open', source: 'typed' })
    expect(rowOf('sms')).toMatchObject({ received: 1, entered: 1, difference: 0, state: 'open' })
    expect(rowOf('phone')).toMatchObject({ received: null, entered: 0, difference: null, state: 'uncounted' })
    expect((await app.call('posts.checks', { day: '2026-09-30' })).unexplained).toEqual([{ day, channels: 1 }])

    expect(await app.fail('posts.closeCheck', { day, channel: 'website' })).toMatchObject({
      rule: 'check-unexplained',
      params: { received: 2, entered: 1 },
    })
    await app.call('posts.closeCheck', { day, channel: 'website', explanation: '其中一件为重复提交' })
    await app.call('posts.closeCheck', { day, channel: 'sms' })
    expect(await app.fail('posts.setReceived', { day, channel: 'sms', received: 3 })).toMatchObject({
      rule: 'check-closed',
    })
    const after = await app.call('posts.checks', { day })
    expect(after.rows.find(({ channel }) => channel === 'website')).toMatchObject({
      state: 'closed',
      entered: 1,
      explanation: '其中一件为重复提交',
      closedByName: 'agent',
      closedAt: app.now(),
    })
    expect((await app.call('posts.checks', { day: '2026-09-30' })).unexplained).toEqual([])

    const file = writeTable(app, 'counts.csv', [
      ['日期', '渠道', '收到'],
      ['2026-09-30', '官方网站', '1'],
      ['2026-09-30', 'app', '0'],
      ['2026-09-30', '飞鸽', '4'],
      ['2026-09-29', '短信', '9'],
    ])
    expect(await app.call('posts.importReceived', { file })).toEqual({
      read: 4,
      taken: 2,
      rejected: [
        { row: 4, field: 'channel', reason: 'unknown-class' },
        { row: 5, field: 'day', reason: 'check-closed' },
      ],
    })
    const today = await app.call('posts.checks', { day: '2026-09-30' })
    expect(today.rows.find(({ channel }) => channel === 'website')).toMatchObject({
      received: 1,
      entered: 1,
      difference: 0,
      source: 'file',
    })
  },
)
