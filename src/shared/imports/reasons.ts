import type { Bilingual } from '../contract.ts'
import type { FailureParams } from '../failure.ts'
import type { FileReason, Reason } from './model.ts'

/** What to tell a person about a refused cell; {names} are filled in from the error. */
export const REASON_TEXTS: Record<Reason, Bilingual> = {
  required: { zh: '必填，但为空', en: 'is required but empty' },
  'too-long': { zh: '超过 {max} 个字符', en: 'is longer than {max} characters' },
  'bad-characters': { zh: '含有不可用的字符', en: 'contains characters that cannot be used' },
  'formula-error': { zh: '是表格公式的错误值', en: 'is the error of a formula' },
  'unknown-choice': { zh: '不在可选值之内：{allowed}', en: 'is none of: {allowed}' },
  'not-a-card': {
    zh: '不是有效卡号（字母、数字、连字符，最多32位）',
    en: 'is not a card number (letters, digits, hyphens, at most 32)',
  },
  'not-a-day': { zh: '不是存在的日期，请写成 2026-09-30', en: 'is not a day that exists, written like 2026-09-30' },
  'not-a-month': { zh: '不是有效月份，请写成 2026-09', en: 'is not a month written like 2026-09' },
  'not-an-instant': {
    zh: '不是带时区的时间，请写成 2026-09-30T08:00:00+08:00',
    en: 'is not a time written like 2026-09-30T08:00:00+08:00',
  },
  'not-a-number': { zh: '不是数字', en: 'is not a number' },
  'not-whole': { zh: '不是整数', en: 'is not a whole number' },
  negative: { zh: '不能为负数', en: 'must not be negative' },
  'too-large': { zh: '超过合理上限 {max}', en: 'is beyond the sensible limit of {max}' },
  'too-precise': { zh: '小数超过 {decimals} 位', en: 'has more than {decimals} decimals' },
  'not-a-mobile': { zh: '不是手机号码', en: 'is not a mobile number' },
  'not-an-email': { zh: '不是邮箱地址', en: 'is not an e-mail address' },
  'not-a-document': { zh: '不是有效证件号', en: 'is not a document number' },
  checksum: { zh: '身份证校验位不符', en: 'fails the check digit of an identity number' },
  'in-future': { zh: '晚于今天', en: 'lies after today' },
  'too-early': { zh: '早于 {year} 年', en: 'lies before {year}' },
  'before-start': { zh: '早于开始日期 {start}', en: 'lies before the start, {start}' },
  contradiction: { zh: '与 {other} 矛盾', en: 'contradicts {other}' },
  'too-many': { zh: '超过 {max} 项', en: 'has more than {max} items' },
  ragged: { zh: '有 {found} 列，表头有 {expected} 列', en: 'has {found} cells where the header has {expected}' },
  duplicate: { zh: '与文件中第 {first} 行重复', en: 'repeats row {first} of the file' },
  'unknown-member': { zh: '没有这位会员', en: 'is no member' },
  'unknown-user': { zh: '没有这位用户', en: 'is no user' },
  'unknown-case': { zh: '没有这个工单', en: 'is no case' },
  conflict: { zh: '与已有数据冲突', en: 'conflicts with what is stored' },
  'unknown-class': { zh: '不是本系统的渠道或分类', en: 'is no channel or category of this desk' },
  'other-row': {
    zh: '同一件的第 {first} 行被拒绝，整件不导入',
    en: 'belongs to a case of which row {first} was refused, so that none of it is taken',
  },
  'already-imported': {
    zh: '此编号以前已导入，内容不同；请在工单中更正',
    en: 'was imported before with other content; correct the case itself',
  },
  'before-imported': {
    zh: '早于已导入的记录，不能插入已有的经过',
    en: 'lies before what was imported already; a known history is not added to in its midst',
  },
  'handled-here': {
    zh: '该工单已在本系统继续处理，请在工单中记录后来的经过',
    en: 'belongs to a case that was worked on here since; record on the case what happened later',
  },
}

/** What to tell a person about a refused file. */
export const FILE_REASON_TEXTS: Record<FileReason, Bilingual> = {
  'not-found': { zh: '找不到文件', en: 'The file is not there' },
  'not-readable': { zh: '文件无法读取', en: 'The file cannot be read' },
  'not-a-table': { zh: '不是CSV或XLSX表格', en: 'This is neither a CSV nor an XLSX table' },
  empty: { zh: '文件是空的', en: 'The file is empty' },
  'too-large': { zh: '文件太大', en: 'The file is too large' },
  'bad-encoding': {
    zh: '编码无法识别或混杂，请存为UTF-8',
    en: 'The encoding is unknown or mixed; save the file as UTF-8',
  },
  'bad-quotes': { zh: '引号不配对', en: 'A quotation mark is not closed' },
  'no-header': { zh: '第一行没有列名', en: 'The first row has no headers' },
  encrypted: { zh: '文件已加密，请去掉密码后再导入', en: 'The file is encrypted; save it without a password' },
  macro: { zh: '含有宏，请另存为不含宏的XLSX', en: 'The workbook has macros; save it as XLSX without them' },
  'old-format': { zh: '旧的XLS格式，请另存为XLSX或CSV', en: 'This is the old XLS format; save it as XLSX or CSV' },
  damaged: { zh: '文件已损坏', en: 'The file is damaged' },
  'unsafe-xml': { zh: '文件内容不安全，已拒绝', en: 'The file was refused because its content is not safe' },
  'unsafe-path': { zh: '文件内含越界路径，已拒绝', en: 'The file was refused because it names paths outside itself' },
  'inflates-too-much': { zh: '解压后过大，已拒绝', en: 'The file was refused because it unpacks to far too much' },
  'too-many-rows': { zh: '行数过多', en: 'The table has too many rows' },
  'too-many-columns': { zh: '列数过多', en: 'The table has too many columns' },
  'too-many-strings': { zh: '文本过多', en: 'The workbook has too many texts' },
  'cell-too-long': { zh: '单元格内容过长', en: 'A cell is too long' },
  'no-sheet': { zh: '没有这个工作表', en: 'There is no such sheet' },
  'too-slow': { zh: '读取超时', en: 'Reading took too long' },
  'out-of-memory': { zh: '读取所需内存过多', en: 'Reading would take too much memory' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** Fills {names} of a sentence; what has no value stays as it is. */
export function filled(sentence: string, params: FailureParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
