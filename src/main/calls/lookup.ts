import { pinyin } from 'pinyin-pro'
import type { Caller, CallerMember } from '../../shared/calls/model.ts'
import type { CallerVia } from '../../shared/calls/words.ts'
import type { MemberId } from '../../shared/ids.ts'
import { type DeskSettings, RING_TIERS } from '../../shared/settings/contract.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import type { Instant } from '../../shared/time.ts'
import { rootsOf } from '../duplicates/links.ts'
import { kinCallers } from '../kin/callers.ts'
import type { Greeted } from '../rules/greeting.ts'
import { maskValue } from '../rules/masking.ts'
import { kept } from '../store/kept.ts'
import type { Db, Row } from '../store/types.ts'
import { phoneForms } from './phone.ts'

/** A shared number (a company's switchboard) is not listed beyond this many members. */
const MOST_CANDIDATES = 20

const VIAS = ['mobile', 'home', 'office', 'assistant', 'family'] as const satisfies readonly CallerVia[]

type Match = Pick<CallerMember, 'contactLabel' | 'maySpeak' | 'callingFor'> & { memberId: string; via: CallerVia }

/** Who is calling from a number: the member that was chosen, else those who have this number in their files. */
export async function findCaller(db: Db, phone: string, chosen: MemberId | null, now: Instant): Promise<Caller> {
  const matches = await findMatches(db, phone, now)
  if (chosen !== null) {
    const match = matches.find((each) => each.memberId === chosen)
    const member = await findMember(db, match ?? { memberId: chosen, via: 'chosen', contactLabel: '', maySpeak: true })
    return member ? { kind: 'member', member } : { kind: 'new' }
  }
  const members: CallerMember[] = []
  for (const match of matches) {
    const member = await findMember(db, match)
    if (member) members.push(member)
  }
  return members.length > 0 ? { kind: 'candidates', members } : { kind: 'new' }
}

/** The member whom the number alone names, when it names only one. */
export function onlyCandidate(caller: Caller): MemberId | null {
  if (caller.kind !== 'candidates' || caller.members.length !== 1) return null
  return caller.members[0]?.id ?? null
}

/** The tier by which a call is measured: that of the member it belongs to, whoever speaks for them; null for anybody else. */
export function tierOf(caller: Caller): MemberTier | null {
  return caller.kind === 'member' ? caller.member.tier : null
}

/** What the greeting needs to know of a caller; null for a stranger, a choice still open, or an assistant or relative. */
export function greetedOf(caller: Caller): Greeted | null {
  if (caller.kind !== 'member') return null
  const { name, gender, language, formOfAddress, via } = caller.member
  if (isOther(via)) return null
  return { name, gender, language, formOfAddress, latinFamilyName: latinFamilyName(name) }
}

/** What the desk puts round the form of address of a caller of this tier. */
export function addressOf({ addressByTier }: DeskSettings, caller: Caller) {
  const tier = RING_TIERS.find((each) => each === tierOf(caller))
  return tier && addressByTier[tier]
}

/** The mobile number in a member's file, for calling them. */
export async function findMobile(db: Db, id: MemberId): Promise<string | undefined> {
  const row = await db.selectFrom('members').select('mobile').where('id', '=', id).executeTakeFirst()
  return row?.mobile ?? undefined
}

/** Somebody else's number in the member's file. */
function isOther(via: CallerVia): boolean {
  return via === 'assistant' || via === 'family'
}

function ownNumber(memberId: string): Match {
  return { memberId, via: 'mobile', contactLabel: '', maySpeak: true }
}

type Forms = { first: string; second: string; third: string; fourth: string }

const places = (at: Forms) => [at.first, at.second, at.third, at.fourth]

const membersByNumber = kept((db, at: Forms) =>
  db.selectFrom('members').select(['id', 'cardNo']).where('mobile', 'in', places(at)).limit(MOST_CANDIDATES),
)

const contactsByNumber = kept((db, at: Forms) =>
  db
    .selectFrom('memberContacts')
    .select(['memberId', 'kind', 'label', 'maySpeak'])
    .where('normalized', 'in', places(at))
    .where('kind', 'in', VIAS)
    .limit(MOST_CANDIDATES),
)

async function findMatches(db: Db, phone: string, now: Instant): Promise<Match[]> {
  const forms = phoneForms(phone)
  const [first, second = first, third = first, fourth = first] = forms
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return []
  const inPlaces = { first, second, third, fourth }
  const own = await membersByNumber(db, inPlaces)
  const contacts = await contactsByNumber(db, inPlaces)
  // Put in order here: an ORDER BY would tempt a planner away from the index on the number.
  own.sort((a, b) => (a.cardNo < b.cardNo ? -1 : 1))
  contacts.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
  const byMember = new Map<string, Match>(own.map(({ id }) => [id, ownNumber(id)]))
  for (const kin of await kinCallers(db, forms, now)) if (!byMember.has(kin.memberId)) byMember.set(kin.memberId, kin)
  for (const { memberId, kind, label, maySpeak } of contacts) {
    const via = VIAS.find((each) => each === kind)
    if (via === undefined || byMember.has(memberId)) continue
    byMember.set(memberId, { memberId, via, contactLabel: label, maySpeak: maySpeak === 1 || !isOther(via) })
  }
  return ledOn(db, [...byMember.values()].slice(0, MOST_CANDIDATES))
}

/** A file that leads to another is the other one's: each person is a candidate once. */
async function ledOn(db: Db, matches: readonly Match[]): Promise<Match[]> {
  const roots = await rootsOf(
    db,
    matches.map(({ memberId }) => memberId),
  )
  const byRoot = new Map<string, Match>()
  for (const match of matches) {
    const memberId = roots.get(match.memberId) ?? match.memberId
    if (!byRoot.has(memberId)) byRoot.set(memberId, { ...match, memberId })
  }
  return [...byRoot.values()]
}

const memberById = kept((db, at: { id: string }) =>
  db
    .selectFrom('members')
    .select(['id', 'name', 'cardNo', 'tier', 'status', 'language', 'title', 'gender'])
    .where('id', '=', at.id),
)

async function findMember(db: Db, { memberId, ...match }: Match): Promise<CallerMember | undefined> {
  const [row] = await memberById(db, { id: memberId })
  return row && { ...toMember(row), ...match }
}

type MemberRow = Pick<Row<'members'>, 'id' | 'name' | 'cardNo' | 'tier' | 'status' | 'language' | 'title' | 'gender'>

function toMember({ id, cardNo, title, ...row }: MemberRow): Omit<CallerMember, 'via' | 'contactLabel' | 'maySpeak'> {
  return { ...row, id: id as MemberId, cardMasked: maskValue('card', cardNo), formOfAddress: title }
}

/** 王小明 → Wang: how a Chinese family name is said in an English greeting. */
function latinFamilyName(name: string): string {
  const [family = ''] = pinyin(name, { mode: 'surname', toneType: 'none', type: 'array' })
  return family === '' ? '' : (family[0]?.toUpperCase() ?? '') + family.slice(1)
}
