import type { Bilingual } from '../../shared/contract.ts'
import type { FieldDescription } from '../../shared/imports/model.ts'
import { type CellKind, card, choice, list, money, text, whole } from './import-cells.ts'
import { birthOfIdentity, documentNumber, email, looksLikeIdentity, mobile, readIdentity } from './import-contacts.ts'
import { pastDay, pastMonth } from './import-days.ts'
import type { CellProblem, FieldSet, ImportField, ValuesOf } from './import-mapping.ts'

/** Declares one field; exists for its types. */
export function field<T>(kind: CellKind<T>, meaning: Bilingual, headers: string, required = false): ImportField<T> {
  return { kind, meaning, headers: headers.split('|'), required }
}

export const gender = choice({
  male: ['男', '男性', '先生', 'm', 'man', 'mr', 'mr.'],
  female: ['女', '女性', '女士', '小姐', 'f', 'woman', 'ms', 'ms.', 'mrs', 'mrs.', 'miss'],
  unknown: ['未知', '其他', '保密', 'other', 'u', 'x'],
})

const tier = choice({
  diamond: ['钻石', '钻石卡', '钻石会员', '钻石vip'],
  platinum: ['白金', '白金卡', '白金会员', '铂金', '铂金卡', '铂金会员'],
  gold: ['金卡', '金', '金卡会员', '黄金', '黄金会员'],
  silver: ['银卡', '银', '银卡会员', '白银', '白银会员'],
  none: ['无', '普通', '普通卡', '普通会员', '非vip', 'basic', 'regular'],
})

const language = choice({
  'zh-CN': ['中文', '汉语', '普通话', '国语', '简体中文', 'zh', 'chinese', 'mandarin', 'chs'],
  'zh-HK': ['粤语', '广东话', '繁体中文', 'cantonese', 'zh-tw', 'cht'],
  en: ['英语', '英文', 'english', 'eng', 'en-us', 'en-gb'],
  ja: ['日语', '日文', 'japanese', 'jpn'],
  ko: ['韩语', '韩文', '朝鲜语', 'korean', 'kor'],
  fr: ['法语', '法文', 'french'],
  de: ['德语', '德文', 'german'],
  es: ['西班牙语', 'spanish'],
  ru: ['俄语', '俄文', 'russian'],
})

const documentType = choice({
  identity: ['身份证', '居民身份证', '二代身份证', 'id', 'id card', 'identity card', 'national id', 'ni'],
  passport: ['护照', 'pp'],
  'hk-macao-permit': ['港澳居民来往内地通行证', '回乡证', '港澳通行证', '往来港澳通行证'],
  'taiwan-permit': ['台湾居民来往大陆通行证', '台胞证'],
  other: ['其他', '军官证', '外国人永久居留身份证'],
})

/** Above these a figure is a slip of the pen: no traveller flies 50 million km or 50,000 segments or spends 1,000 million yuan. */
const MAX_KM = 50_000_000
const MAX_SEGMENTS = 50_000
const MAX_POINTS = 10_000_000_000
const MAX_FEN = 100_000_000_000

const programme = { fromYear: 1950 }

export const memberFields = {
  card: field(
    card,
    { zh: '会员卡号，唯一识别一位会员', en: 'Membership card number; identifies the member' },
    '会员卡号|卡号|会员号|会员编号|常旅客卡号|常客卡号|会员ID|Card|Card No|Card Number|Member No|Member Number|Member ID|Membership No|Membership Number|Loyalty Number|Loyalty No|Frequent Flyer Number|FFP No|FFP Number|MEMBER_NO',
    true,
  ),
  name: field(
    text(100),
    { zh: '姓名（也可由姓和名合成）', en: 'Name (or put together from family and given name)' },
    '姓名|会员姓名|客户姓名|名字|客户名称|旅客姓名|中文姓名|Name|Full Name|Member Name|Customer Name|Passenger Name',
    true,
  ),
  familyName: field(text(60), { zh: '姓', en: 'Family name' }, '姓|姓氏|Family Name|Last Name|Surname'),
  givenName: field(text(60), { zh: '名', en: 'Given name' }, '名|Given Name|First Name|Forename'),
  gender: field(gender, { zh: '性别：男、女、未知', en: 'Gender: male, female, unknown' }, '性别|Gender|Sex'),
  birthDate: field(
    pastDay({ fromYear: 1900 }),
    { zh: '出生日期', en: 'Date of birth' },
    '出生日期|生日|出生年月日|Birth Date|Birthdate|Birthday|Date of Birth|DOB',
  ),
  language: field(
    language,
    { zh: '服务语言', en: 'Language of service' },
    '语言|服务语言|首选语言|Language|Preferred Language',
  ),
  formOfAddress: field(
    text(40),
    { zh: '称呼，例如 王总、李博士', en: 'How the member is addressed, e.g. Dr Li' },
    '称呼|尊称|称谓|头衔|Form of Address|Salutation|Title',
  ),
  mobile: field(
    mobile,
    { zh: '手机号码', en: 'Mobile telephone number' },
    '手机|手机号|手机号码|移动电话|电话|电话号码|联系电话|联系方式|Mobile|Mobile No|Mobile Number|Mobile Phone|Phone|Phone No|Phone Number|Cell|Cell Phone|Telephone|Tel',
  ),
  email: field(
    email,
    { zh: '电子邮箱', en: 'E-mail address' },
    '邮箱|电子邮箱|电子邮件|邮件|邮件地址|Email|E-mail|Email Address|Mail',
  ),
  wechat: field(text(60), { zh: '微信号', en: 'WeChat account' }, '微信|微信号|WeChat|WeChat ID|Weixin'),
  documentType: field(
    documentType,
    { zh: '证件类型：身份证、护照等', en: 'Type of document: identity card, passport …' },
    '证件类型|证件种类|Document Type|ID Type',
  ),
  documentNo: field(
    documentNumber,
    { zh: '证件号码；身份证校验末位', en: 'Document number; identity numbers have their check digit tested' },
    '证件号|证件号码|身份证|身份证号|身份证号码|护照号|护照号码|Document No|Document Number|ID Number|ID No|Passport|Passport No',
  ),
  tier: field(
    tier,
    { zh: 'VIP等级：钻石、白金、金卡、银卡、无', en: 'VIP tier: diamond, platinum, gold, silver, none' },
    '等级|会员等级|VIP等级|贵宾等级|客户等级|Tier|Member Tier|VIP Tier|VIP Level',
  ),
  level: field(
    text(60),
    { zh: '常旅客计划自己的级别名称', en: "The loyalty programme's own level" },
    '级别|会员级别|卡级别|会员卡级别|卡类型|Level|Card Level|Loyalty Card|Loyalty Level|Status|FFP Tier|FFP_TIER',
  ),
  province: field(
    text(60),
    { zh: '省份或州', en: 'Province or state' },
    '省|省份|所在省|所在省份|Province|State|WORK_PROVINCE',
  ),
  city: field(text(60), { zh: '城市', en: 'City' }, '市|城市|所在城市|常驻城市|City|WORK_CITY'),
  enrolledOn: field(
    pastDay(programme),
    { zh: '入会日期', en: 'Day of joining' },
    '入会日期|入会时间|注册日期|加入日期|开卡日期|Enrolled On|Enrollment Date|Enrolment Date|Join Date|Joined|Member Since|FFP_DATE',
  ),
  cancelledOn: field(
    pastDay(programme),
    { zh: '退会日期', en: 'Day of leaving' },
    '退会日期|注销日期|销卡日期|Cancelled On|Cancellation Date|Cancelled|Canceled On',
  ),
  distanceKm: field(
    whole(MAX_KM),
    { zh: '飞行里程（公里，整数）', en: 'Distance flown (whole km)' },
    '里程|飞行里程|累计里程|总里程|飞行公里数|公里数|Distance|Distance km|Distance (km)|Total Distance|Kilometers|Kilometres|SEG_KM_SUM',
  ),
  segments: field(
    whole(MAX_SEGMENTS),
    { zh: '航段数', en: 'Flown segments' },
    '航段|航段数|飞行次数|乘机次数|Segments|Flights|Flight Count|Total Flights|FLIGHT_COUNT',
  ),
  spendFen: field(
    money(MAX_FEN),
    { zh: '消费金额（元，两位小数；格式 fen 表示分）', en: 'Spend (yuan with two decimals; format fen for fen)' },
    '消费|消费金额|消费额|票价收入|年消费|累计消费|Spend|Spending|Spend Amount|Total Spend|Revenue',
  ),
  partnerSpendFen: field(
    money(MAX_FEN),
    { zh: '合作伙伴消费金额（元）', en: 'Spend with partners (yuan)' },
    '合作伙伴消费|伙伴消费|联名卡消费|Partner Spend|Partner Spending',
  ),
  points: field(
    whole(MAX_POINTS),
    { zh: '积分（整数）', en: 'Points (whole number)' },
    '积分|累计积分|Points|Points Accumulated|Miles',
  ),
  period: field(
    pastMonth(programme),
    {
      zh: '里程、航段、消费、积分所属的月份 YYYY-MM',
      en: 'Month of the distance, segments, spend and points, YYYY-MM',
    },
    '月份|期间|统计月份|年月|Period|Month|Year Month',
  ),
  vipReason: field(
    text(500),
    { zh: '列为VIP的理由', en: 'Why the member is a VIP' },
    'VIP理由|VIP原因|贵宾理由|VIP Reason',
  ),
  notes: field(text(4000), { zh: '备注', en: 'Notes' }, '备注|说明|附注|Notes|Note|Remark|Remarks|Comment|Comments'),
  preferences: field(
    list(50, 100),
    { zh: '偏好，多个用分号分开', en: 'Preferences, divided by semicolons' },
    '偏好|客户偏好|旅客偏好|座位偏好|餐食偏好|Preferences|Preference',
  ),
}

/** What one row says about a member; a field that is absent says nothing (an empty cell never erases). */
export type MemberDraft = ValuesOf<typeof memberFields>

const HAN = /^\p{Script=Han}/u

/** Family and given name as one: 王小明, but Anna Smith. */
function joinedName(family: string, given: string): string {
  return HAN.test(family) ? family + given : `${given} ${family}`
}

/** Fills what follows from other cells of the row, and finds what contradicts them. */
function complete(draft: MemberDraft): CellProblem[] {
  const problems: CellProblem[] = []
  if (draft.name === undefined && draft.familyName !== undefined && draft.givenName !== undefined) {
    draft.name = joinedName(draft.familyName, draft.givenName)
  }
  if (draft.enrolledOn !== undefined && draft.cancelledOn !== undefined && draft.cancelledOn < draft.enrolledOn) {
    problems.push({ field: 'cancelledOn', reason: 'before-start', params: { start: draft.enrolledOn } })
  }
  if (draft.documentNo !== undefined) problems.push(...checkDocument(draft, draft.documentNo))
  return problems
}

/** An identity number must pass its check and agree with the day of birth; one without a type is known by its form. */
function checkDocument(draft: MemberDraft, number: string): CellProblem[] {
  const isIdentity =
    draft.documentType === 'identity' || (draft.documentType === undefined && looksLikeIdentity(number))
  if (!isIdentity) return []
  const identity = readIdentity(number)
  if (!identity.ok) return [{ field: 'documentNo', reason: identity.reason }]
  draft.documentType = 'identity'
  const birth = birthOfIdentity(number)
  if (draft.birthDate !== undefined && draft.birthDate !== birth) {
    return [{ field: 'birthDate', reason: 'contradiction', params: { other: 'documentNo' } }]
  }
  return []
}

/** Everything an import of members needs to know about its fields; members are found again by their card. */
export const memberImport = { fields: memberFields, key: 'card', complete } satisfies FieldSet<typeof memberFields>

/** The fields of an import as `import fields` prints them, in the language asked for. */
export function describeFields(fields: Record<string, ImportField>, language: keyof Bilingual): FieldDescription[] {
  return Object.entries(fields).map(([name, { kind, required, meaning }]) => {
    return { field: name, type: kind.type, required, meaning: meaning[language] }
  })
}
