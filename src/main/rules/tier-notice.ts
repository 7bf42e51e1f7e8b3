import { MEMBER_TIER_NAMES, type MemberTier } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'

export type NoticeKind = 'upgrade' | 'retain' | 'downgrade'

/** What a notice tells of. */
export type NoticeFacts = {
  kind: NoticeKind
  name: string
  language: string
  from: MemberTier
  to: MemberTier
  on: Day
  validUntil: Day | null
}

function dayInChinese(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** S3-43: what the desk tells a member about the own tier, in Chinese or, for members of other languages, in English. */
export function noticeText(facts: NoticeFacts): string {
  return facts.language.startsWith('zh') ? inChinese(facts) : inEnglish(facts)
}

function inChinese({ kind, name, from, to, on, validUntil }: NoticeFacts): string {
  const [old, tier] = [MEMBER_TIER_NAMES[from].zh, MEMBER_TIER_NAMES[to].zh]
  const until = validUntil === null ? '长期有效' : `有效期至${dayInChinese(validUntil)}`
  switch (kind) {
    case 'upgrade':
      return `${name}，您好！自${dayInChinese(on)}起，您的会员等级由${old}升级为${tier}，${until}。感谢您的支持！`
    case 'retain':
      return `${name}，您好！您的${tier}等级已成功保级，${until}。感谢您的支持！`
    case 'downgrade':
      return to === 'none'
        ? `${name}，您好！您的${old}等级已到期，本期未达到保级标准，自${dayInChinese(on)}起转为普通会员。期待再次为您提供贵宾服务。`
        : `${name}，您好！您的${old}等级已到期，自${dayInChinese(on)}起会员等级调整为${tier}，${until}。`
  }
}

function inEnglish({ kind, name, from, to, on, validUntil }: NoticeFacts): string {
  const [old, tier] = [MEMBER_TIER_NAMES[from].en, MEMBER_TIER_NAMES[to].en]
  const until = validUntil === null ? 'without an end' : `until ${validUntil}`
  switch (kind) {
    case 'upgrade':
      return `Dear ${name}, from ${on} your tier rises from ${old} to ${tier}, valid ${until}. Thank you for flying with us.`
    case 'retain':
      return `Dear ${name}, you keep your ${tier} tier, valid ${until}. Thank you for flying with us.`
    case 'downgrade':
      return to === 'none'
        ? `Dear ${name}, your ${old} tier has ended and its retention was not reached; from ${on} you are a member without a tier.`
        : `Dear ${name}, your ${old} tier has ended; from ${on} your tier is ${tier}, valid ${until}.`
  }
}
