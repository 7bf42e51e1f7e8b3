import type { Bilingual } from '../contract.ts'

/** Who gets a copy decides what is in it (PIPL 6: no more than the purpose needs). */
export const EXPORT_PROFILES = ['archive', 'customer', 'regulator', 'partner', 'court'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

/** What a column holds, seen by whom it may hurt. */
export const FIELD_CLASSES = ['fact', 'person', 'contact', 'story', 'money', 'staff', 'working', 'others'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

/** What happens to a value: it leaves as it is, masked, without numbers in its text, under a number in place of a name, or not. */
export type FieldDeed = 'keep' | 'mask' | 'numbers' | 'alias' | 'withhold'

type Profile = {
  name: Bilingual
  meaning: Bilingual
  deeds: Record<FieldClass, FieldDeed>
  /** Tables of which no row leaves. */
  without: readonly string[]
  /** False: rows of restricted cases (whistle-blowing) stay here. */
  hasRestricted: boolean
  /** False: messages that were never sent stay here. */
  hasUnsent: boolean
  /** True: a second person must agree. */
  asksSecond: boolean
}

const WHOLE: Record<FieldClass, FieldDeed> = {
  fact: 'keep',
  person: 'keep',
  contact: 'keep',
  story: 'keep',
  money: 'keep',
  staff: 'keep',
  working: 'keep',
  others: 'keep',
}

/** What each recipient gets; a column without a class is withheld from all but the whole profiles. */
export const PROFILE_RULES: Record<ExportProfile, Profile> = {
  archive: {
    name: { zh: '内部存档', en: 'Own archive' },
    meaning: { zh: '全部内容与审计记录，不作删改', en: 'Everything, with the audit entries, nothing replaced' },
    deeds: WHOLE,
    without: [],
    hasRestricted: true,
    hasUnsent: true,
    asksSecond: false,
  },
  customer: {
    name: { zh: '客户本人', en: 'The customer' },
    meaning: {
      zh: '客户自己的资料与经过；不含内部意见、他人信息，员工以编号代替',
      en: 'The customer’s own data and story; no internal opinions, no other people, staff as numbers',
    },
    deeds: { ...WHOLE, staff: 'alias', working: 'withhold', others: 'withhold' },
    without: ['subTasks', 'caseCauses'],
    hasRestricted: false,
    hasUnsent: false,
    asksSecond: false,
  },
  regulator: {
    name: { zh: '监管机构', en: 'The regulator' },
    meaning: {
      zh: '完整处理经过与责任人；联系方式与证件号掩码，不含关怀与问卷',
      en: 'The whole handling with those responsible; contact and document numbers masked, no care, no surveys',
    },
    deeds: { ...WHOLE, contact: 'mask', story: 'numbers' },
    without: ['careContacts', 'channelChoices', 'surveyAnswers'],
    hasRestricted: true,
    hasUnsent: false,
    asksSecond: false,
  },
  partner: {
    name: { zh: '合作单位', en: 'A partner' },
    meaning: {
      zh: '仅航班、通话与服务单经过；姓名掩码，不含联系方式、金额、内部意见，员工以编号代替',
      en: 'Flights, calls and cases only; names masked, no contact data, money or internal opinions, staff as numbers',
    },
    deeds: {
      fact: 'keep',
      person: 'mask',
      contact: 'withhold',
      story: 'numbers',
      money: 'withhold',
      staff: 'alias',
      working: 'withhold',
      others: 'withhold',
    },
    without: [
      'contacts',
      'periods',
      'tierChanges',
      'consents',
      'spends',
      'callConsults',
      'callWaits',
      'followUps',
      'subTasks',
      'caseCauses',
      'messages',
      'careContacts',
      'channelChoices',
      'surveyAnswers',
      'posts',
    ],
    hasRestricted: false,
    hasUnsent: false,
    asksSecond: true,
  },
  court: {
    name: { zh: '法院', en: 'A court' },
    meaning: {
      zh: '证据原样：全部内容与审计记录，须第二人批准',
      en: 'Evidence as it is: everything with the audit entries; a second person must agree',
    },
    deeds: WHOLE,
    without: [],
    hasRestricted: true,
    hasUnsent: true,
    asksSecond: true,
  },
}

/** True when a profile holds nothing back: only then may audit entries leave with their bodies, which tell all. */
export function isWholeProfile(profile: ExportProfile): boolean {
  const { deeds, without, hasRestricted, hasUnsent } = PROFILE_RULES[profile]
  return Object.values(deeds).every((deed) => deed === 'keep') && without.length === 0 && hasRestricted && hasUnsent
}
