import { z } from 'zod'
import { written } from '../written.ts'
import { BASES, RECORD_KINDS, type RecordKind } from './words.ts'

/** How long one kind of record is kept after its end, and why. */
export const retentionRule = z.object({
  kind: z.enum(RECORD_KINDS),
  months: z.number().int().min(1).max(600),
  basis: z.enum(BASES),
  source: z.object({ zh: written(300), en: written(300) }),
})
export type RetentionRule = z.infer<typeof retentionRule>

/** One rule for every kind of record, each kind once. */
export const retentionRules = z.array(retentionRule).length(RECORD_KINDS.length)
export type RetentionRules = z.infer<typeof retentionRules>

const rule = (
  kind: RecordKind,
  months: number,
  basis: RetentionRule['basis'],
  zh: string,
  en: string,
): RetentionRule => ({
  kind,
  months,
  basis,
  source: { zh, en },
})

/** What is in force until a manager saves another schedule; where no law was found, the source says so. */
export const SHIPPED_RULES: RetentionRules = [
  rule(
    'complaint',
    36,
    'own',
    '三年：业内通行做法，未查到条文；民法典第188条诉讼时效三年',
    'Three years: usual in the trade, no text found; Civil Code 188, limitation of three years',
  ),
  rule('matter', 24, 'own', '个人信息保护法第19条：必要的最短时间', 'PIPL 19: the shortest time needed'),
  rule('call', 12, 'own', '个人信息保护法第19条：必要的最短时间', 'PIPL 19: the shortest time needed'),
  rule('message', 24, 'own', '个人信息保护法第19条：必要的最短时间', 'PIPL 19: the shortest time needed'),
  rule(
    'leftMember',
    36,
    'contract',
    '会员协议终止后三年（民法典第188条）',
    'Three years after the membership ends (Civil Code 188)',
  ),
  rule(
    'sealedFile',
    1,
    'law',
    '个人信息保护法第47条：法定保存期届满即删除',
    'PIPL 47: erased when the legal period has ended',
  ),
  rule(
    'rightsRecord',
    36,
    'own',
    '个人信息保护法第50条：处理情况可备查',
    'PIPL 50: how requests were handled can be shown',
  ),
  rule('assessment', 36, 'law', '个人信息保护法第56条：至少保存三年', 'PIPL 56: three years at least'),
  rule(
    'exportRecord',
    36,
    'law',
    '网络数据安全管理条例第12条：至少保存三年',
    'Network Data Security Regulations 12: three years at least',
  ),
  rule('voucher', 120, 'own', '由公司财务制度规定，默认十年', 'Set by the finance rules; ten years unless changed'),
  rule(
    'auditLog',
    36,
    'law',
    '网络安全法：日志不少于六个月；本公司三年',
    'Cybersecurity Law: six months at least; three years here',
  ),
]

/** The shortest a law allows, in months; a schedule below it is refused. */
export const LEAST_MONTHS: Partial<Record<RecordKind, number>> = { assessment: 36, exportRecord: 36, auditLog: 6 }
