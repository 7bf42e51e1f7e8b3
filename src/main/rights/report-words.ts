import type { Language } from '../../shared/session/model.ts'

/** The words of a report on personal data, in the language its reader asked for. */
export type ReportWords = {
  title: (number: string) => string
  page: (page: number, pages: number) => string
  own: Record<string, string>
  rightsText: readonly string[]
} & Record<
  | 'subtitle'
  | 'footer'
  | 'file'
  | 'held'
  | 'nothing'
  | 'kind'
  | 'rows'
  | 'consents'
  | 'purpose'
  | 'word'
  | 'at'
  | 'channel'
  | 'given'
  | 'withdrawn'
  | 'keeping'
  | 'months'
  | 'basis'
  | 'sharing'
  | 'recipient'
  | 'role'
  | 'fields'
  | 'rights',
  string
>

export const REPORT_WORDS: Record<Language, ReportWords> = {
  'zh-CN': {
    title: (number) => `个人信息查阅报告 ${number}`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    subtitle: '本公司持有的您的全部个人信息；逐项内容见同一文件包中的表格',
    footer: '本报告含个人信息，请妥善保管',
    file: '会员档案',
    own: {
      ...{ cardNo: '卡号', name: '姓名', gender: '性别', birthDate: '出生日期', mobile: '手机', email: '电子邮箱' },
      ...{ wechat: '微信', documentType: '证件类型', documentNo: '证件号', province: '省份', city: '城市' },
      ...{ tier: '等级', enrolledOn: '入会日期', leftOn: '退会日期', careNotes: '服务备注' },
    },
    held: '持有的信息种类',
    nothing: '无',
    kind: '种类',
    rows: '条数',
    consents: '您的同意与撤回',
    purpose: '目的',
    word: '意思表示',
    at: '时间',
    channel: '渠道',
    given: '同意',
    withdrawn: '撤回',
    keeping: '保存期限',
    months: '结束后保存（月）',
    basis: '依据',
    sharing: '接收您信息的第三方',
    recipient: '接收方',
    role: '身份',
    fields: '信息种类',
    rights: '您的权利',
    rightsText: [
      '您可以查阅、复制、更正、补充、删除您的个人信息，撤回同意，限制或拒绝处理，并要求解释处理规则（个人信息保护法第44至50条）。',
      '撤回同意不影响撤回前已进行的处理，也不影响为您提供服务。',
      '本公司在 15 个工作日内答复您的请求；拒绝时说明理由。您可以向履行个人信息保护职责的部门投诉或向人民法院起诉。',
    ],
  },
  en: {
    title: (number) => `Report on personal data ${number}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    subtitle: 'All personal data that we hold about you; the tables in the same bundle hold every single item',
    footer: 'This report holds personal data; keep it safe',
    file: 'Member file',
    own: {
      ...{ cardNo: 'Card', name: 'Name', gender: 'Gender', birthDate: 'Date of birth', mobile: 'Mobile' },
      ...{ email: 'E-mail', wechat: 'WeChat', documentType: 'Kind of document', documentNo: 'Document number' },
      ...{ province: 'Province', city: 'City', tier: 'Tier', enrolledOn: 'Enrolled', leftOn: 'Left' },
      careNotes: 'Notes on care',
    },
    held: 'Kinds of data held',
    nothing: 'None',
    kind: 'Kind',
    rows: 'Rows',
    consents: 'What you agreed to and withdrew',
    purpose: 'Purpose',
    word: 'Word',
    at: 'When',
    channel: 'Channel',
    given: 'Given',
    withdrawn: 'Withdrawn',
    keeping: 'How long it is kept',
    months: 'Months after its end',
    basis: 'Basis',
    sharing: 'Who receives your data',
    recipient: 'Recipient',
    role: 'Role',
    fields: 'Kinds of data',
    rights: 'Your rights',
    rightsText: [
      'You may see, copy, correct, complete and delete your personal data, withdraw your consent, limit or refuse its processing, and ask for an explanation of the rules (Personal Information Protection Law, articles 44 to 50).',
      'A withdrawal does not touch what was done before it, nor the service you receive.',
      'We answer within 15 working days and give the reason for a refusal. You may complain to the authorities for the protection of personal data or go to court.',
    ],
  },
}
