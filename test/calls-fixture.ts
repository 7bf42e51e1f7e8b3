import type { Row } from '../src/main/store/types.ts'
import type { MemberId } from '../src/shared/ids.ts'
import { type App, START } from './app.ts'

const PERSON: Omit<Row<'members'>, 'id' | 'cardNo' | 'name'> = {
  namePinyin: '',
  nameInitials: '',
  nameOther: '',
  gender: 'female',
  birthDate: null,
  language: 'zh-CN',
  title: '',
  mobile: null,
  mobileBackwards: null,
  email: null,
  wechat: null,
  documentType: null,
  documentNo: null,
  documentBackwards: null,
  province: null,
  city: null,
  level: null,
  tier: 'gold',
  tierSince: null,
  tierUntil: null,
  vipReason: null,
  vipSince: null,
  preferences: '[]',
  careNotes: '',
  status: 'active',
  enrolledOn: null,
  leftOn: null,
  verifiedAt: null,
  createdAt: START,
  updatedAt: START,
}

/** A member as the store holds one, put there directly: how files get in is not what these tests are about. */
export async function putMember(
  app: App,
  cardNo: string,
  name: string,
  change: Partial<Row<'members'>> = {},
): Promise<MemberId> {
  const id = `member-${cardNo}` as MemberId
  const { open } = app.engine.desk
  await open?.store.transaction((db) =>
    db
      .insertInto('members')
      .values({ ...PERSON, id, cardNo, name, ...change })
      .execute(),
  )
  return id
}

type Contact = Omit<Row<'memberContacts'>, 'id' | 'memberId'>

/** One more number in a member's file. */
export async function putContact(app: App, memberId: MemberId, contact: Contact): Promise<void> {
  const row = { id: `${memberId}-${contact.normalized}`, memberId, ...contact }
  await app.engine.desk.open?.store.transaction((db) => db.insertInto('memberContacts').values(row).execute())
}
