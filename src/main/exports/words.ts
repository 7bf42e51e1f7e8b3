import type { Language } from '../../shared/session/model.ts'
import type { Row } from '../store/types.ts'

type Words = {
  title: (card: string) => string
  caseTitle: (number: string) => string
  contents: (label: string) => string
  leaves: string
  staysHere: string
  subtitle: string
  footer: string
  page: (page: number, pages: number) => string
  none: string
  sections: Record<
    | 'member'
    | 'memberFacts'
    | 'tiers'
    | 'flights'
    | 'spends'
    | 'calls'
    | 'callNotes'
    | 'cases'
    | 'events'
    | 'evidence'
    | 'export'
    | 'contents',
    string
  >
  notes: { hold: string; consult: string; seconds: (seconds: number) => string }
  /** What became of a call that was handed over. */
  waits: Record<Row<'callWaits'>['state'], string>
  facts: Record<
    | 'name'
    | 'card'
    | 'tier'
    | 'mobile'
    | 'email'
    | 'city'
    | 'enrolled'
    | 'purpose'
    | 'requester'
    | 'recipient'
    | 'profile'
    | 'exporter'
    | 'created'
    | 'head',
    string
  >
  columns: Record<
    | 'at'
    | 'from'
    | 'to'
    | 'change'
    | 'flight'
    | 'day'
    | 'route'
    | 'pnr'
    | 'cabin'
    | 'status'
    | 'amount'
    | 'kind'
    | 'text'
    | 'number'
    | 'agent'
    | 'question'
    | 'process'
    | 'result'
    | 'state'
    | 'severity'
    | 'content'
    | 'step'
    | 'person'
    | 'fingerprint'
    | 'withdrawn'
    | 'table'
    | 'rows'
    | 'leaves',
    string
  >
}

/** The words of a printed history, in the reader's language. */
export const HISTORY_WORDS: Record<Language, Words> = {
  'zh-CN': {
    title: (card) => `会员服务历史 ${card}`,
    caseTitle: (number) => `服务单历史 ${number}`,
    contents: (label) => `导出内容清单 ${label}`,
    leaves: '随本件导出',
    staysHere: '按版本不导出',
    subtitle: '航空公司 VIP 客户服务台 · 经签名、可校验的导出件',
    footer: '本文件的每一页均带水印；真伪以同包 manifest.json 的签名为准',
    page: (page, pages) => `第 ${page} / ${pages} 页`,
    none: '无记录',
    sections: {
      member: '会员与导出',
      memberFacts: '会员',
      tiers: '等级历史',
      flights: '飞行记录',
      spends: '消费记录',
      calls: '通话记录',
      callNotes: '通话中的保持、咨询与转接',
      cases: '服务单',
      events: '处理过程',
      evidence: '证明材料',
      export: '导出信息',
      contents: '内容清单',
    },
    notes: { hold: '保持', consult: '咨询同事', seconds: (seconds) => `${seconds} 秒` },
    waits: {
      waiting: '等待接起',
      taken: '已接起',
      abandoned: '客户已挂断',
      missed: '无人接起',
      withdrawn: '已撤回',
    },
    facts: {
      name: '姓名',
      card: '卡号',
      tier: '等级',
      mobile: '手机',
      email: '邮箱',
      city: '城市',
      enrolled: '入会日期',
      purpose: '导出目的',
      requester: '申请人',
      recipient: '接收人',
      profile: '导出版本',
      exporter: '导出人',
      created: '导出时间',
      head: '审计链位置',
    },
    columns: {
      at: '时间',
      from: '原等级',
      to: '新等级',
      change: '变动',
      flight: '航班',
      day: '日期',
      route: '航段',
      pnr: '订座编号',
      cabin: '舱位',
      status: '状态',
      amount: '金额(元)',
      kind: '类型',
      text: '说明',
      number: '编号',
      agent: '客服',
      question: '问题',
      process: '过程',
      result: '结果',
      state: '状态',
      severity: '性质',
      content: '内容',
      step: '步骤',
      person: '人员',
      fingerprint: '内容的 SHA-256',
      withdrawn: '已撤回',
      table: '表',
      rows: '库中行数',
      leaves: '去向',
    },
  },
  en: {
    title: (card) => `Service history ${card}`,
    caseTitle: (number) => `History of case ${number}`,
    contents: (label) => `Contents of the export ${label}`,
    leaves: 'in this bundle',
    staysHere: 'held back for this recipient',
    subtitle: 'Airline VIP service desk · signed, verifiable export',
    footer: 'Every page carries a watermark; the signature of manifest.json in this bundle decides what is genuine',
    page: (page, pages) => `Page ${page} of ${pages}`,
    none: 'No records',
    sections: {
      member: 'Member and export',
      memberFacts: 'Member',
      tiers: 'Tier history',
      flights: 'Flight records',
      spends: 'Spend records',
      calls: 'Calls',
      callNotes: 'Holds, consultations and transfers in calls',
      cases: 'Cases',
      events: 'What was done',
      evidence: 'Evidence',
      export: 'The export',
      contents: 'Contents',
    },
    notes: { hold: 'On hold', consult: 'Consulted', seconds: (seconds) => `${seconds} s` },
    waits: {
      waiting: 'waiting to be taken',
      taken: 'taken by',
      abandoned: 'the customer hung up',
      missed: 'nobody took it',
      withdrawn: 'taken back',
    },
    facts: {
      name: 'Name',
      card: 'Card',
      tier: 'Tier',
      mobile: 'Mobile',
      email: 'E-mail',
      city: 'City',
      enrolled: 'Enrolled on',
      purpose: 'Purpose',
      requester: 'Requested by',
      recipient: 'Recipient',
      profile: 'Version for',
      exporter: 'Exported by',
      created: 'Exported at',
      head: 'Place in the audit chain',
    },
    columns: {
      at: 'Time',
      from: 'From',
      to: 'To',
      change: 'Change',
      flight: 'Flight',
      day: 'Day',
      route: 'Route',
      pnr: 'PNR',
      cabin: 'Cabin',
      status: 'Status',
      amount: 'Amount (CNY)',
      kind: 'Kind',
      text: 'Description',
      number: 'Number',
      agent: 'Agent',
      question: 'Question',
      process: 'Process',
      result: 'Result',
      state: 'State',
      severity: 'Severity',
      content: 'Content',
      step: 'Step',
      person: 'Person',
      fingerprint: 'SHA-256 of the content',
      withdrawn: 'withdrawn',
      table: 'Table',
      rows: 'Rows in the store',
      leaves: 'Where it is',
    },
  },
}
