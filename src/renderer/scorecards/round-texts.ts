/** A round and where it stands, in Chinese. */
export const ROUND_ZH = {
  people: '人员',
  state: '阶段',
  selfDue: '自评截止',
  leadDue: '上级评价截止',
  answerDue: '确认截止',
  counted: '统计于',
  scheme: '权重版本',
  frozenBy: '{{name}} 于 {{time}} 冻结',
  whole: '完整无改动',
  broken: '与冻结时不符',
  leads: '各主管打分对照',
  leadMean: '{{name}}：{{count}} 人，平均 {{mean}}（{{lowest}}–{{highest}}）',
} as const

/** The same in English. */
export const ROUND_EN = {
  people: 'People',
  state: 'Stage',
  selfDue: 'Self due',
  leadDue: 'Superior due',
  answerDue: 'Answers due',
  counted: 'Counted',
  scheme: 'Weights version',
  frozenBy: 'Frozen by {{name}}, {{time}}',
  whole: 'Unchanged',
  broken: 'Not as it was frozen',
  leads: 'How the leads mark',
  leadMean: '{{name}}: people {{count}}, mean {{mean}} ({{lowest}}–{{highest}})',
} as const

/** What can be done with a round, in Chinese. */
export const ACT_ZH = {
  recount: '重新统计',
  recounted: '已重新统计',
  remind: '催交',
  reminded: '已提醒 {{count}} 人',
  calibrate: '结束评价，开始校准',
  publish: '公布结果',
  publishText: '公布后每个人看到自己的结果，三个工作日内确认或申诉。',
  freeze: '冻结本月',
  freezeText: '冻结后结果不再改变，之后只能作可见的更正。',
  done: '已完成',
} as const

/** The same in English. */
export const ACT_EN = {
  recount: 'Count again',
  recounted: 'Counted again',
  remind: 'Remind',
  reminded: 'People reminded: {{count}}',
  calibrate: 'End assessment, calibrate',
  publish: 'Publish results',
  publishText: 'Everybody then sees their own result and confirms or appeals within three working days.',
  freeze: 'Freeze the month',
  freezeText: 'A frozen result never changes; afterwards only visible corrections are possible.',
  done: 'Done',
} as const
