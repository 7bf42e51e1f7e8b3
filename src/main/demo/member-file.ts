import placesJson from '../../../resources/demo/places.json' with { type: 'json' }
import type { MemberId } from '../../shared/ids.ts'
import type { DocumentType, ServiceLanguage } from '../../shared/members/words.ts'
import { DAY, type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import { addDays } from '../rules/days.ts'
import { familyName } from '../rules/greeting.ts'
import { documentBackwards, mobileBackwards } from '../rules/member-search.ts'
import { nameKeys } from '../rules/names.ts'
import { dayAt } from '../rules/zone.ts'
import type { Row } from '../store/types.ts'
import { makeName } from './names.ts'
import { makeForeignMobile, makeIdentity, makeMobile, makePassport, makePermit } from './numbers.ts'
import { habits } from './phrases.ts'
import type { Random } from './random.ts'
import { type TierPast, tierEnd } from './tier-past.ts'

type Place = (typeof placesJson)[number]
const PLACES = placesJson.map((place) => [place, place.weight] as const)

const LANGUAGES: readonly (readonly [ServiceLanguage, number])[] = [
  ['zh-CN', 900],
  ['en', 62],
  ['ja', 10],
  ['ko', 10],
  ['fr', 4],
  ['de', 4],
  ['zh-HK', 10],
]

/** A person before anything is written down. */
export type Person = { sex: 'female' | 'male'; language: ServiceLanguage; place: Place; birth: Day; name: string }

export function makePerson(random: Random, today: Day): Person {
  const place = random.weighted(PLACES)
  const language = place.name === '香港' ? 'zh-HK' : random.weighted(LANGUAGES)
  const sex = random.chance(0.74) ? 'male' : 'female'
  const age = Math.min(78, Math.max(19, Math.round(random.around(40, 0.25))))
  return {
    sex,
    language,
    place,
    birth: addDays(today, -Math.round(age * 365.25) - random.between(0, 364)),
    name: makeName(random, language, sex),
  }
}

/** The file of a member on the first day of the demo. */
export function makeFile(
  random: Random,
  person: Person,
  order: number,
  past: TierPast,
  startedAt: Instant,
): Row<'members'> {
  const { sex, language, place, birth, name } = person
  const today = dayAt(DESK_ZONE, startedAt)
  const { tier } = past.held
  const isVip = tier !== 'none'
  const mobile = random.chance(0.985)
    ? language.startsWith('zh')
      ? makeMobile(random)
      : makeForeignMobile(random)
    : null
  const hasLeft = !isVip && random.chance(0.035)
  const enrolledOn = addDays(today, -random.between(1900, 5600))
  const createdAt = startedAt - random.between(1, 400) * DAY
  return {
    id: random.id() as MemberId,
    cardNo: `88${String(10_000_000 + order * 41 + random.between(0, 40))}`,
    ...nameKeys(name),
    gender: random.chance(0.98) ? sex : 'unknown',
    birthDate: random.chance(isVip ? 0.97 : 0.85) ? birth : null,
    language,
    title: isVip && random.chance(0.3) ? titleOf(random, person) : '',
    mobile,
    mobileBackwards: mobileBackwards(mobile),
    email: random.chance(isVip ? 0.85 : 0.5) ? `m${10_000 + order}@example.com` : null,
    wechat: random.chance(0.45) ? `demo_${random.between(100_000, 999_999)}` : null,
    ...documentOf(random, person),
    province: place.name,
    city: random.pick(place.cities),
    level: null,
    tier,
    tierSince: isVip ? past.since : null,
    tierUntil: isVip ? tierEnd(past.held) : null,
    vipReason: past.vipReason,
    vipSince: isVip ? past.vipSince : null,
    preferences: JSON.stringify(
      random.shuffled(habits.preferences).slice(0, isVip ? random.between(0, 4) : random.between(0, 1)),
    ),
    careNotes: isVip && random.chance(0.22) ? random.pick(habits.careNotes) : '',
    status: hasLeft ? 'left' : 'active',
    enrolledOn,
    leftOn: hasLeft ? addDays(today, -random.between(10, 400)) : null,
    verifiedAt: isVip && random.chance(0.8) ? createdAt + Math.round((startedAt - createdAt) * random.next()) : null,
    createdAt,
    updatedAt: createdAt,
    createdBy: null,
  }
}

function titleOf(random: Random, { sex, language, name }: Person): string {
  if (!language.startsWith('zh')) return random.chance(0.5) ? `Dr ${name.split(' ').at(-1) ?? ''}` : ''
  return familyName(name) + random.pick(habits.titles[sex])
}

type Documents = Pick<Row<'members'>, 'documentType' | 'documentNo' | 'documentBackwards'>

function documentOf(random: Random, { language, place, birth, sex }: Person): Documents {
  const written = (documentType: DocumentType, documentNo: string): Documents => ({
    documentType,
    documentNo,
    documentBackwards: documentBackwards(documentNo),
  })
  if (random.chance(0.05)) return { documentType: null, documentNo: null, documentBackwards: null }
  if (language === 'zh-HK') return written('hk-macao-permit', makePermit(random))
  if (language !== 'zh-CN' || random.chance(0.06)) return written('passport', makePassport(random))
  return written('identity', makeIdentity(random, place.code, birth, sex))
}
