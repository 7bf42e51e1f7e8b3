import { CONSENT_CHANNELS, type ConsentPurpose, type ContactKind } from '../../shared/members/words.ts'
import { DAY, type Instant } from '../../shared/time.ts'
import { normalizedContact } from '../rules/member-search.ts'
import type { Row } from '../store/types.ts'
import { makeFamilyName } from './names.ts'
import { makeMobile, makeOffice } from './numbers.ts'
import { habits } from './phrases.ts'
import type { Random } from './random.ts'

type Member = Row<'members'>

/** Further numbers in a member's file: a second telephone, an office, an assistant, a relative. */
export function makeContacts(random: Random, member: Member, area: string): Row<'memberContacts'>[] {
  if (member.tier === 'none' && !random.chance(0.06)) return []
  const contacts: Row<'memberContacts'>[] = []
  const add = (kind: ContactKind, value: string, label: string, maySpeak: boolean) =>
    contacts.push({
      id: random.id(),
      memberId: member.id,
      kind,
      value,
      normalized: normalizedContact(kind, value),
      label,
      maySpeak: maySpeak ? 1 : 0,
    })
  if (random.chance(0.12)) add('mobile', makeMobile(random), '', false)
  if (random.chance(0.15)) add('office', makeOffice(random, area), '办公室', false)
  if (random.chance(member.tier === 'diamond' || member.tier === 'platinum' ? 0.45 : 0.15)) {
    add(
      'assistant',
      makeMobile(random),
      `助理 ${makeFamilyName(random)}${random.pick(['小姐', '先生', '经理'])}`,
      random.chance(0.8),
    )
  }
  if (random.chance(0.18))
    add('family', makeMobile(random), random.pick(['配偶', '女儿', '儿子', '父亲', '母亲']), random.chance(0.5))
  return contacts
}

const CONSENTS: readonly (readonly [purpose: ConsentPurpose, asked: number, given: number])[] = [
  ['service', 0.96, 0.99],
  ['recording', 0.9, 0.93],
  ['survey', 0.7, 0.75],
  ['marketing', 0.75, 0.42],
  ['thirdParty', 0.3, 0.3],
]

/** What a member agreed to or refused, each on its own. */
export function makeConsents(random: Random, member: Member, actorId: string): Row<'consents'>[] {
  return CONSENTS.filter(([, asked]) => random.chance(member.tier === 'none' ? asked * 0.6 : asked)).map(
    ([purpose, , given]) => ({
      id: random.id(),
      memberId: member.id,
      purpose,
      given: random.chance(given) ? 1 : 0,
      at: member.createdAt + random.between(0, 600_000),
      actorId,
      channel: random.pick(CONSENT_CHANNELS),
    }),
  )
}

/** What a member paid for in the year before a moment. */
export function makeSpends(random: Random, member: Member, before: Instant): Row<'spends'>[] {
  if (member.tier === 'none' && !random.chance(0.15)) return []
  return Array.from({ length: random.between(1, member.tier === 'none' ? 2 : 8) }, () => {
    const kind = random.chance(0.7) ? 'own' : 'partner'
    const [description, least, most] = random.pick(kind === 'own' ? habits.ownSpends : habits.partnerSpends)
    const amountFen = random.between(Number(least) / 100, Number(most) / 100) * 100
    return {
      id: random.id(),
      memberId: member.id,
      at: before - random.between(60_000, 330 * DAY),
      kind,
      description: String(description),
      amountFen,
    }
  })
}
