import type { Bilingual } from '../contract.ts'

/** What a wording for a customer may name between double braces. */
export const VARIABLES = [
  'title',
  'tier',
  'number',
  'matter',
  'stage',
  'expectedAt',
  'hotline',
  'agent',
  'measures',
  'cause',
  'prevention',
  'process',
  'suggestion',
  'compensation',
  'reason',
  'festival',
  'offer',
  'flight',
  'today',
] as const
export type Variable = (typeof VARIABLES)[number]

/** The variables that a person may write for one message; the others come from the store alone. */
export const TYPED_VARIABLES = [
  'measures',
  'cause',
  'prevention',
  'suggestion',
  'compensation',
  'reason',
  'festival',
  'offer',
] as const satisfies readonly Variable[]
export type TypedVariable = (typeof TYPED_VARIABLES)[number]

export const VARIABLE_NAMES: Record<Variable, Bilingual> = {
  title: { zh: '称呼', en: 'Form of address' },
  tier: { zh: '会员等级', en: 'Tier' },
  number: { zh: '工单编号', en: 'Case number' },
  matter: { zh: '事由', en: 'Matter' },
  stage: { zh: '当前进度', en: 'Where it stands' },
  expectedAt: { zh: '预计时间', en: 'Expected time' },
  hotline: { zh: '服务热线', en: 'Hotline' },
  agent: { zh: '客服姓名', en: 'Name of the agent' },
  measures: { zh: '处理措施', en: 'Measures' },
  cause: { zh: '原因', en: 'Cause' },
  prevention: { zh: '预防改进', en: 'Prevention' },
  process: { zh: '处理过程', en: 'How it was handled' },
  suggestion: { zh: '客户建议', en: 'Suggestion' },
  compensation: { zh: '补偿内容', en: 'Compensation' },
  reason: { zh: '说明', en: 'Explanation' },
  festival: { zh: '节日', en: 'Festival' },
  offer: { zh: '优惠内容', en: 'Offer' },
  flight: { zh: '航班', en: 'Flight' },
  today: { zh: '今天日期', en: "Today's date" },
}

export type Values = Readonly<Partial<Record<Variable, string>>>

/** Invented values with which a template is looked at before it is used. */
export const SAMPLE_VALUES: Record<'zh' | 'en', Record<Variable, string>> = {
  zh: {
    title: '王女士',
    tier: '白金卡',
    number: 'TS20260930-0001',
    matter: '航班延误无人说明',
    stage: '正在调查处理',
    expectedAt: '2026-10-01 18:00',
    hotline: '95000（示例）',
    agent: '李静',
    measures: '已退还改签手续费',
    cause: '前序航班机械故障',
    prevention: '延误超过30分钟即由专人广播说明',
    process: '09-30 登记、09-30 核实、10-01 认定责任并批准方案',
    suggestion: '休息室增加静音区',
    compensation: '3000里程，三个工作日内入账',
    reason: '需等待机场提供监控记录',
    festival: '中秋节',
    offer: '会员日休息室双人礼遇',
    flight: 'HU7609 2026-09-29',
    today: '2026-09-30',
  },
  en: {
    title: 'Ms Wang',
    tier: 'Platinum',
    number: 'TS20260930-0001',
    matter: 'Nobody explained the delay',
    stage: 'being looked into',
    expectedAt: '2026-10-01 18:00',
    hotline: '95000 (sample)',
    agent: 'Li Jing',
    measures: 'The rebooking fee was paid back',
    cause: 'A fault of the aircraft on the flight before',
    prevention: 'A person explains every delay of more than 30 minutes',
    process: 'registered 09-30, checked 09-30, responsibility found and plan approved 10-01',
    suggestion: 'A quiet zone in the lounge',
    compensation: '3,000 miles, credited within three working days',
    reason: 'the airport still has to hand over its camera recording',
    festival: 'Mid-Autumn Festival',
    offer: 'lounge for two on members’ day',
    flight: 'HU7609 2026-09-29',
    today: '2026-09-30',
  },
}
