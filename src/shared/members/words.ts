import type { Bilingual } from '../contract.ts'

export const GENDERS = ['female', 'male', 'unknown'] as const
export type Gender = (typeof GENDERS)[number]

export const GENDER_NAMES: Record<Gender, Bilingual> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
  unknown: { zh: '未知', en: 'Unknown' },
}

export const MEMBER_STATUSES = ['active', 'left'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

export const MEMBER_STATUS_NAMES: Record<MemberStatus, Bilingual> = {
  active: { zh: '有效', en: 'Active' },
  left: { zh: '已退会', en: 'Left' },
}

/** Languages a member may be served in. */
export const SERVICE_LANGUAGES = ['zh-CN', 'zh-HK', 'en', 'ja', 'ko', 'fr', 'de', 'es', 'ru'] as const
export type ServiceLanguage = (typeof SERVICE_LANGUAGES)[number]

export const SERVICE_LANGUAGE_NAMES: Record<ServiceLanguage, Bilingual> = {
  'zh-CN': { zh: '中文', en: 'Chinese' },
  'zh-HK': { zh: '粤语', en: 'Cantonese' },
  en: { zh: '英语', en: 'English' },
  ja: { zh: '日语', en: 'Japanese' },
  ko: { zh: '韩语', en: 'Korean' },
  fr: { zh: '法语', en: 'French' },
  de: { zh: '德语', en: 'German' },
  es: { zh: '西班牙语', en: 'Spanish' },
  ru: { zh: '俄语', en: 'Russian' },
}

export const DOCUMENT_TYPES = ['identity', 'passport', 'hk-macao-permit', 'taiwan-permit', 'other'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

export const DOCUMENT_TYPE_NAMES: Record<DocumentType, Bilingual> = {
  identity: { zh: '居民身份证', en: 'Identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Hong Kong and Macao permit' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan permit' },
  other: { zh: '其他证件', en: 'Other document' },
}

/** Further ways to reach a member, and people who speak for one. */
export const CONTACT_KINDS = ['mobile', 'home', 'office', 'email', 'wechat', 'assistant', 'family'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

export const CONTACT_KIND_NAMES: Record<ContactKind, Bilingual> = {
  mobile: { zh: '其他手机', en: 'Another mobile' },
  home: { zh: '住宅电话', en: 'Home telephone' },
  office: { zh: '办公电话', en: 'Office telephone' },
  email: { zh: '其他邮箱', en: 'Another e-mail' },
  wechat: { zh: '其他微信', en: 'Another WeChat' },
  assistant: { zh: '助理', en: 'Assistant' },
  family: { zh: '家人', en: 'Family' },
}

/** What a member agrees to or refuses, each on its own (S4-73). */
export const CONSENT_PURPOSES = ['service', 'survey', 'marketing', 'recording', 'thirdParty', 'crossBorder'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

export const CONSENT_PURPOSE_NAMES: Record<ConsentPurpose, Bilingual> = {
  service: { zh: '为服务保存个人信息', en: 'Keeping personal data for service' },
  survey: { zh: '满意度回访', en: 'Satisfaction surveys' },
  marketing: { zh: '活动与优惠通知', en: 'Offers and events' },
  recording: { zh: '通话录音', en: 'Recording of calls' },
  thirdParty: { zh: '提供给合作伙伴', en: 'Passing on to partners' },
  crossBorder: { zh: '向境外提供', en: 'Transfer abroad' },
}

export const CONSENT_CHANNELS = ['telephone', 'online', 'counter', 'letter'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

export const CONSENT_CHANNEL_NAMES: Record<ConsentChannel, Bilingual> = {
  telephone: { zh: '电话', en: 'By telephone' },
  online: { zh: '线上', en: 'Online' },
  counter: { zh: '柜台', en: 'At the counter' },
  letter: { zh: '书面', en: 'In writing' },
}

/** What in a look-up's text led to a member. */
export const MATCHES = [
  'mobile',
  'contact',
  'card',
  'name',
  'givenName',
  'pinyin',
  'initials',
  'document',
  'pnr',
  'ticket',
] as const
export type Match = (typeof MATCHES)[number]

export const MATCH_NAMES: Record<Match, Bilingual> = {
  mobile: { zh: '手机', en: 'Mobile' },
  contact: { zh: '其他联系人', en: 'Contact' },
  card: { zh: '卡号', en: 'Card' },
  name: { zh: '姓名', en: 'Name' },
  givenName: { zh: '名字', en: 'Given name' },
  pinyin: { zh: '拼音', en: 'Pinyin' },
  initials: { zh: '拼音首字母', en: 'Initials' },
  document: { zh: '证件号', en: 'Document' },
  pnr: { zh: '订座编码', en: 'PNR' },
  ticket: { zh: '客票号', en: 'Ticket' },
}

/** Orders of the member list; `tier` is highest first, then card number. */
export const MEMBER_ORDERS = ['tier', 'name', 'card'] as const
export type MemberOrder = (typeof MEMBER_ORDERS)[number]

/** What of a member stands masked until it is asked for with a reason (S3-132). */
export const REVEALED_FIELDS = ['mobile', 'email', 'wechat', 'document', 'contact'] as const
export type RevealedField = (typeof REVEALED_FIELDS)[number]

/** What a complete file holds (S3-75, S4-66..69). */
export const FILE_PARTS = [
  'name',
  'mobile',
  'gender',
  'birthDate',
  'document',
  'email',
  'language',
  'title',
  'residence',
  'preferences',
  'consent',
] as const
export type FilePart = (typeof FILE_PARTS)[number]

export const FILE_PART_NAMES: Record<FilePart, Bilingual> = {
  name: { zh: '姓名', en: 'Name' },
  mobile: { zh: '手机', en: 'Mobile' },
  gender: { zh: '性别', en: 'Gender' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  document: { zh: '证件', en: 'Document' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  language: { zh: '服务语言', en: 'Language' },
  title: { zh: '称呼', en: 'Form of address' },
  residence: { zh: '省份与城市', en: 'Province and city' },
  preferences: { zh: '偏好', en: 'Preferences' },
  consent: { zh: '个人信息授权', en: 'Consent' },
}

/** Provinces as the desk writes them; a file may hold others, such as a state abroad. */
export const PROVINCES = (
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 ' +
  '重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门'
).split(' ')
