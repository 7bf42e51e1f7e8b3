import type { FieldClass, FieldDeed } from '../../shared/exports/profiles.ts'
import type { Language } from '../../shared/session/model.ts'

type Words = {
  /** A volume of a printed export, counted from 1. */
  volume: (label: string, n: number) => string
  members: (count: string) => string
  period: (label: string) => string
  chapters: string
  callsOf: (day: string) => string
  goesOn: (heading: string, n: number) => string
  printed: string
  file: string
  from: string
  to: string
  count: string
  notPrinted: (rows: number, most: number) => string
  cut: string
  whole: string
  without: (tables: readonly string[]) => string
  between: string
  classes: Record<FieldClass, string>
  deeds: Record<Exclude<FieldDeed, 'keep'>, string>
}

/** The words of printed volumes and of what a recipient does not get, in the reader's language. */
export const PRINTED_WORDS: Record<Language, Words> = {
  'zh-CN': {
    volume: (label, n) => `服务历史（${label}）第 ${n} 册`,
    members: (count) => `${count} 位会员`,
    period: (label) => label,
    chapters: '目录',
    callsOf: (day) => `通话 ${day}`,
    goesOn: (heading, n) => `${heading}（续 ${n}）`,
    printed: '打印分册',
    file: '文件',
    from: '起',
    to: '止',
    count: '章数',
    notPrinted: (rows, most) =>
      `本次导出涉及 ${rows} 行，超过逐行打印的上限 ${most} 行，因此不附打印分册；全部行见同包的表格文件，未作删减。`,
    cut: '接收人版本与删改',
    whole: '内容未作删改。',
    without: (tables) => `不导出的表：${tables.join('、')}。`,
    between: '；',
    classes: {
      fact: '事实与编号',
      person: '姓名',
      contact: '联系方式与证件号',
      story: '经过与自由文本',
      money: '金额',
      staff: '员工',
      working: '内部意见',
      others: '他人信息',
    },
    deeds: { mask: '掩码', numbers: '隐去其中号码', alias: '以编号代替', withhold: '隐去' },
  },
  en: {
    volume: (label, n) => `Service history (${label}), volume ${n}`,
    members: (count) => `members: ${count}`,
    period: (label) => label,
    chapters: 'Chapters',
    callsOf: (day) => `Calls of ${day}`,
    goesOn: (heading, n) => `${heading} (continued, ${n})`,
    printed: 'Printed volumes',
    file: 'File',
    from: 'From',
    to: 'To',
    count: 'Chapters',
    notPrinted: (rows, most) =>
      `This export is about ${rows} rows, more than the ${most} that are printed row by row: there are no printed volumes. Every row is in the tables of this bundle.`,
    cut: 'Version for the recipient, and what it leaves out',
    whole: 'Nothing was left out or replaced.',
    without: (tables) => `Tables that stay here: ${tables.join(', ')}.`,
    between: '; ',
    classes: {
      fact: 'facts and numbers',
      person: 'names',
      contact: 'contact data and documents',
      story: 'what happened, in free text',
      money: 'amounts',
      staff: 'staff',
      working: 'internal opinions',
      others: 'other people',
    },
    deeds: { mask: 'masked', numbers: 'numbers taken out', alias: 'under a number', withhold: 'withheld' },
  },
}
