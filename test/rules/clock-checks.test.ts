import { describe, expect, test } from 'vitest'
import { SHIPPED_CALENDARS, SHIPPED_TARGETS, SHIPPED_WORKFLOWS } from '../../src/main/rules/packs.ts'
import { checkPolicy } from '../../src/main/rules/policy-check.ts'
import { diffPolicies } from '../../src/main/rules/policy-diff.ts'
import { withOwnSources } from '../../src/main/rules/policy-pack.ts'
import { shapePolicy } from '../../src/main/rules/policy-shape.ts'
import { calendarsById } from '../../src/main/rules/targets.ts'
import {
  areUsualWarnings,
  clockParts,
  commonTexts,
  figureSourceText,
  isUsualReminder,
  policySheet,
  reminderText,
  STATE_NAMES,
  stepSourceText,
} from '../../src/shared/policies/clock-words.ts'
import { type TargetPolicy, type TargetRule, usualStep } from '../../src/shared/targets/model.ts'

const context = { calendars: calendarsById(SHIPPED_CALENDARS), workflows: SHIPPED_WORKFLOWS }

const preliminary = SHIPPED_TARGETS.rules.find(({ id }) => id === 'desk-preliminary')
if (!preliminary) throw new Error('the shipped targets lost a rule')

/** A rule of its own that an event starts, among the shipped ones. */
const own = (change: Partial<TargetRule>): TargetRule => ({ ...preliminary, id: 'own', ...change })
const withOwn = (change: Partial<TargetRule>): TargetPolicy => ({
  ...SHIPPED_TARGETS,
  rules: [...SHIPPED_TARGETS.rules, own(change)],
})
const found = (policy: TargetPolicy) =>
  checkPolicy(policy, context)
    .filter(({ path, code }) => path.includes('[own]') && code !== 'neverDecides')
    .map(({ level, code, path }) => `${level} ${code} ${path.split('.').at(-1)}`)
const step = (percent: number, level: number, tells: 'owner' | 'lead' | 'manager') => ({ percent, level, tells })

describe('nonsense about a clock is named at its field', () => {
  test('the rule without changes has none', () => expect(found(withOwn({}))).toEqual([]))

  test.each<[string, Partial<TargetRule>, string[]]>([
    ['an event stops and cancels', { cancelsOn: ['handled'] }, ['error eventTwice cancelsOn']],
    ['an event stops and restarts', { restartsOn: ['handled', 'progressTold'] }, ['error eventTwice restartsOn']],
    [
      'an event pauses and resumes',
      { pausesOn: ['waitingPartner'], resumesOn: ['waitingPartner'] },
      ['error eventTwice resumesOn'],
    ],
    ['an event may stop a clock and end its pause', { pausesOn: ['waitingPartner'], resumesOn: ['handled'] }, []],
    ['restarting by what never comes', { restartsOn: ['answered'] }, ['error neverRestarts restartsOn']],
    [
      'resuming by what never comes',
      { pausesOn: ['planSubmitted'], resumesOn: ['answered'], stopsOn: ['handled'] },
      ['error neverResumes resumesOn'],
    ],
    ['pausing by what never comes', { pausesOn: ['answered'], resumesOn: ['handled'] }, ['error neverPauses pausesOn']],
    ['cancelled by what never comes', { cancelsOn: ['answered'] }, ['error neverCancels cancelsOn']],
    ['rounds without a restart', { repeat: { unit: 'days', amount: 1 } }, ['error repeatsNever repeat']],
    [
      'a stage asked of a clock that no event starts',
      { startsAt: 'received', startsOn: undefined, startsIn: ['plan'] },
      ['error startsInIgnored startsIn'],
    ],
    [
      'only what starts it stops it',
      { startsOn: ['accepted'], stopsOn: ['accepted'] },
      ['error stopsAsItStarts stopsOn'],
    ],
    ['starting only where the case is over', { startsIn: ['closed', 'archived'] }, ['error neverMatches startsIn']],
    ['a stage that the workflow lacks', { startsIn: ['asleep'] }, ['error unknownState startsIn']],
    [
      'pausing in every stage',
      { pausesIn: SHIPPED_WORKFLOWS[0]?.states.map(({ id }) => id) },
      ['error alwaysPaused pausesIn'],
    ],
    [
      'a level over who is told',
      { warnings: [step(50, 3, 'lead'), step(100, 3, 'manager')] },
      ['error overReceiver warnings'],
    ],
    ['the second person told stands high enough', { warnings: [{ ...step(100, 3, 'owner'), also: 'manager' }] }, []],
    ['a level that falls', { warnings: [step(75, 2, 'lead'), step(100, 1, 'owner')] }, ['warning levelFalls warnings']],
  ])('%s', (_, change, expected) => expect(found(withOwn(change))).toEqual(expected))

  test('the common warnings and the reminder are looked at alike', () => {
    const policy: TargetPolicy = {
      ...SHIPPED_TARGETS,
      warnings: [step(90, 2, 'owner'), step(100, 3, 'manager')],
      reminder: { everyMinutes: 1440, level: 4, tells: 'lead' },
    }
    expect(
      checkPolicy(policy, context)
        .filter(({ code }) => code === 'overReceiver')
        .map(({ path, text }) => [path, text.zh]),
    ).toEqual([
      ['warnings', '公共预警：90% 告知责任人，却标为二级，升级到不了该级别的人。'],
      ['reminder', '超时后提醒：告知主管，却标为四级，升级到不了该级别的人。'],
    ])
  })

  test('what the shape refuses is named at the field', () => {
    const paths = (change: Partial<TargetRule>) =>
      shapePolicy('targets', withOwn(change)).problems.map(({ code, path }) => `${code} ${path}`)
    expect([
      paths({ clock: 'legal', pausesIn: ['plan'] }),
      paths({ clock: 'legal', pausesIn: undefined, pausesOn: ['assigned'], resumesOn: ['accepted'] }),
      paths({ startsOn: undefined }),
      paths({ pausesOn: ['assigned'] }),
    ]).toEqual([
      ['legal-never-pauses rules[own].pausesIn'],
      ['legal-never-pauses rules[own].pausesOn'],
      ['starts-on-events rules[own].startsOn'],
      ['pause-and-resume rules[own].resumesOn'],
    ])
  })
})

const full = own({
  startsOn: ['assigned'],
  startsIn: ['investigating', 'plan'],
  pausesIn: ['waitingCustomer'],
  pausesOn: ['waitingPartner'],
  resumesOn: ['partnerReturned'],
  restartsOn: ['progressTold'],
  repeat: { unit: 'workingDays', amount: 2 },
  cancelsOn: ['reopened'],
  stopsOn: ['handled'],
  warnings: [step(60, 2, 'lead'), { ...step(100, 3, 'manager'), also: 'owner' }],
})

describe('a clock in words', () => {
  test('every condition is said, in both languages', () => {
    expect([clockParts(full, 'zh'), clockParts(full, 'en')]).toEqual([
      {
        starts: '已派单；处于“调查中、方案拟定”时',
        pauses: '处于“待客户补充”时；待协办方',
        resumes: '协办方已答复',
        stops: '处理完毕',
        restarts: '已告知进度；每轮2个工作日',
        cancels: '已重开',
        warns: '60%（主管，二级）、100%（经理和责任人，三级）',
      },
      {
        starts: 'assigned; while in Investigating, Planning',
        pauses: 'while in Waiting for the customer; waiting for a partner',
        resumes: 'partner answered',
        stops: 'handled',
        restarts: 'progress told; 2 working days each round',
        cancels: 'reopened',
        warns: '60% (lead, level 2), 100% (manager and owner, level 3)',
      },
    ])
  })

  test('every stage of the shipped workflows has its name', () => {
    const names = new Map<string, Set<string>>()
    for (const { id, name } of SHIPPED_WORKFLOWS.flatMap(({ states }) => states))
      names.set(id, (names.get(id) ?? new Set()).add(`${name.zh}|${name.en}`))
    const said = Object.entries(STATE_NAMES).map(([id, { zh, en }]) => {
      const [inEnglish, words] = [en.split('/'), zh.split('/')]
      return [id, new Set(words.map((word, i) => `${word}|${inEnglish[i]}`))]
    })
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(names))
  })

  test('a reminder is said in the largest unit that fits', () => {
    const texts = [1440, 2880, 90, 120].map((everyMinutes) =>
      reminderText({ everyMinutes, level: 3, tells: 'manager' }, 'zh'),
    )
    expect(texts).toEqual([
      '超时后每1天提醒（经理，三级）',
      '超时后每2天提醒（经理，三级）',
      '超时后每90分钟提醒（经理，三级）',
      '超时后每2小时提醒（经理，三级）',
    ])
    expect(reminderText({ everyMinutes: 1440, level: 3, tells: 'manager' }, 'en')).toBe(
      'every 1 day after the end (manager, level 3)',
    )
  })

  test('each difference between two versions is a sentence in words', () => {
    const before = withOwn({ pausesIn: undefined })
    const { reminder: _, ...withoutReminder } = SHIPPED_TARGETS
    const after: TargetPolicy = {
      ...withoutReminder,
      warnings: [{ ...usualStep(50), level: 1 }, ...SHIPPED_TARGETS.warnings.slice(1)],
      rules: [...SHIPPED_TARGETS.rules, full],
    }
    expect(diffPolicies('targets', before, after).map(({ text }) => text.zh)).toEqual([
      '预警：50%（责任人，提示）、75%（责任人，一级）、90%（主管，二级）、100%（经理，三级）、150%（经理，四级） → 50%（责任人，一级）、75%（责任人，一级）、90%（主管，二级）、100%（经理，三级）、150%（经理，四级）',
      '删除超时后提醒：超时后每1天提醒（经理，三级）',
      `规则“${full.name.zh}”的起算事件：已接手 → 已派单`,
      `规则“${full.name.zh}”的停止于：已初步答复、方案已提交、处理完毕、已回复客户、不予受理 → 处理完毕`,
      `新增规则“${full.name.zh}”的暂停于：待客户补充`,
      `新增规则“${full.name.zh}”的起算状态：调查中、方案拟定`,
      `新增规则“${full.name.zh}”的暂停事件：待协办方`,
      `新增规则“${full.name.zh}”的恢复事件：协办方已答复`,
      `新增规则“${full.name.zh}”的重新起算于：已告知进度`,
      `新增规则“${full.name.zh}”的下一轮时限：2个工作日`,
      `新增规则“${full.name.zh}”的作废于：已重开`,
      `新增规则“${full.name.zh}”的预警：60%（主管，二级）、100%（经理和责任人，三级）`,
    ])
  })

  test('a reminder that was changed, and a rule that is new, are told whole', () => {
    const after = { ...withOwn({}), reminder: { everyMinutes: 720, level: 2, tells: 'lead' as const } }
    const [first, second] = diffPolicies('targets', SHIPPED_TARGETS, after)
    expect(first?.text.zh).toBe('超时后提醒：超时后每1天提醒（经理，三级） → 超时后每12小时提醒（主管，二级）')
    expect(second?.text.zh).toContain('，起算：已接手；暂停：处于“待客户补充”时；停止：已初步答复')
  })

  test('on paper every rule stands with all its conditions, its source, and the common warnings', () => {
    const sheet = policySheet({ ...SHIPPED_TARGETS, rules: [full] }, 'zh')
    expect(sheet.split('\n')).toEqual([
      '默认服务时限 · 第1版 · 2026-01-01',
      expect.stringMatching(/^公共预警：50%（责任人，提示）、.*150%（经理，四级） · 产品默认值，非法规 · /),
      expect.stringMatching(/^提醒：超时后每1天提醒（经理，三级） · 产品默认值，非法规 · /),
      expect.stringMatching(/^电话：铃响3声以内（每声3秒） · 二手来源 · /),
      expect.stringMatching(/^异常预警：每7天为一期，.*上限为3个标准差 · 产品默认值，非法规 · /),
      expect.stringMatching(/^自动检查间隔：每6小时检查一次 · 产品默认值，非法规 · /),
      expect.stringMatching(/^优先级：.*一级 紧急\/重要；.*钻石卡提升2级.* · 产品默认值，非法规 · /),
      expect.stringMatching(/^待办排序：480分钟内到期.*钻石卡120分钟、.*重大60分钟 · 产品默认值，非法规 · /),
      expect.stringMatching(/^联系次数：3次联系未果.* · 产品默认值，非法规 · /),
      '',
      `1. 初步处理 · ${full.name.zh}`,
      expect.stringMatching(/ · 480工作分钟 · CN$/),
      ...Object.values({
        starts: '   起算：已派单；处于“调查中、方案拟定”时',
        pauses: '   暂停：处于“待客户补充”时；待协办方',
        resumes: '   恢复：协办方已答复',
        stops: '   停止：处理完毕',
        restarts: '   重新起算：已告知进度；每轮2个工作日',
        cancels: '   作废：已重开',
        warns: '   预警：60%（主管，二级）、100%（经理和责任人，三级）',
      }),
      expect.stringMatching(/^ {3}来源：产品默认值，非法规/),
    ])
  })
})

describe('where a figure comes from', () => {
  test('the shipped warnings, the reminder and the days of the workflow say that they are product defaults', () => {
    const figures = SHIPPED_WORKFLOWS.flatMap(({ transitions }) =>
      transitions.filter(({ withinDays, afterDays, keepYears }) => withinDays ?? afterDays ?? keepYears),
    )
    expect(figures.map(({ id, source }) => `${id} ${source?.mark}`)).toEqual([
      'reopen D',
      'reopenRecurred D',
      'archive D',
    ])
    const common = commonTexts(SHIPPED_TARGETS, 'en')
    expect(common.slice(0, 2).every(({ text }) => text.includes('product default, not a regulation'))).toBe(true)
  })

  test('a store that was made before keeps figures without a source: as shipped they are the product default', () => {
    const { warnings, reminder } = SHIPPED_TARGETS
    expect([areUsualWarnings(warnings), reminder && isUsualReminder(reminder)]).toEqual([true, true])
    expect([areUsualWarnings(warnings.slice(1)), figureSourceText(undefined, false, 'zh')]).toEqual([
      false,
      '未注明来源',
    ])
    expect(figureSourceText(undefined, true, 'zh')).toBe('产品默认值，非法规')
    expect([stepSourceText({ afterDays: 30, keepYears: 3 }, 'zh'), stepSourceText({ withinDays: 60 }, 'zh')]).toEqual([
      '产品默认值，非法规',
      '未注明来源',
    ])
  })

  test('a warning or reminder that was changed is no longer the product default', () => {
    const who = { name: '李主管', today: '2026-11-23' }
    const next: TargetPolicy = { ...SHIPPED_TARGETS, reminder: { everyMinutes: 720, level: 3, tells: 'manager' } }
    const { sources } = withOwnSources(next, SHIPPED_TARGETS, who)
    expect([sources?.warnings?.mark, sources?.reminder]).toEqual([
      'D',
      {
        mark: 'seed',
        asOf: '2026-11-23',
        requirement: 'S1-45',
        note: { zh: '由李主管设定', en: 'Set by 李主管' },
      },
    ])
    expect(withOwnSources(SHIPPED_TARGETS, SHIPPED_TARGETS, who)).toEqual(SHIPPED_TARGETS)
  })
})
