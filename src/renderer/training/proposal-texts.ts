/** Words of what is proposed as training, and what a lead makes of it. */
export const PROPOSALS_ZH = {
  title: '{{month}} 的培训建议',
  none: '该月没有待确认的培训建议',
  settled: '已处理的建议',
  sources: { exam: '知识测评', cause: '投诉原因', score: '月度低分' },
  values: { exam: '得分 {{value}}%', cause: '投诉 {{value}} 件', score: '平均 {{value}} 分' },
  topic: '建议主题：{{topic}}',
  settle: '处理建议',
  settleFor: '处理建议：{{name}}',
  training: '由哪项培训解决',
  noTraining: '年度计划中还没有培训',
  reason: '说明（不安排时必填）',
  later: '暂不处理',
  decline: '不安排培训',
  accept: '确认并通知人员',
  accepted: '已确认，相关人员会收到通知',
  declined: '已记录不安排的理由',
  trained: '培训：{{title}}',
  not: '不安排：{{reason}}',
  by: '{{name}} 处理',
  effect: '效果：{{before}} → {{after}}（{{month}}）',
  noEffect: '培训后的数据尚未产生',
} as const

export const PROPOSALS_EN = {
  title: 'Proposed for {{month}}',
  none: 'Nothing is proposed for this month',
  settled: 'Decided',
  sources: { exam: 'Exam', cause: 'Complaint cause', score: 'Low score' },
  values: { exam: '{{value}}% of the points', cause: 'Complaints: {{value}}', score: 'On average {{value}} points' },
  topic: 'Subject: {{topic}}',
  settle: 'Decide',
  settleFor: 'Decide: {{name}}',
  training: 'Which training answers it',
  noTraining: 'No training in the year plan yet',
  reason: 'Remark, or why not',
  later: 'Not now',
  decline: 'No training',
  accept: 'Confirm and ask the people',
  accepted: 'Confirmed; the people are asked to come',
  declined: 'The reason is recorded',
  trained: 'Training: {{title}}',
  not: 'None: {{reason}}',
  by: 'Decided by {{name}}',
  effect: 'Effect: {{before}} → {{after}} ({{month}})',
  noEffect: 'Nothing is known yet after the training',
} as const

export const NEED_RULES_ZH = {
  'need-settled': '此建议已处理。',
  'need-gone': '该月的记录中没有这项建议，请刷新。',
  'need-reason': '不安排培训时须说明理由。',
} as const

export const NEED_RULES_EN = {
  'need-settled': 'This proposal was decided already.',
  'need-gone': 'The records of this month propose no such thing: read them again.',
  'need-reason': 'Say why there is no training.',
} as const
