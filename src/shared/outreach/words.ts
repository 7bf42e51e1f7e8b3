import type { CareOccasion } from '../care/words.ts'
import type { Bilingual } from '../contract.ts'

/** Why the desk approaches members of its own accord. */
export const CAMPAIGN_OCCASIONS = [
  'group',
  'birthday',
  'festival',
  'tierChange',
  'afterComplaint',
  'beforeTrip',
  'dormant',
] as const
export type CampaignOccasion = (typeof CAMPAIGN_OCCASIONS)[number]

export const CAMPAIGN_OCCASION_NAMES: Record<CampaignOccasion, Bilingual> = {
  group: { zh: '目标客群', en: 'Target group' },
  birthday: { zh: '生日', en: 'Birthdays' },
  festival: { zh: '节日', en: 'Festival' },
  tierChange: { zh: '等级变动后', en: 'After a tier change' },
  afterComplaint: { zh: '投诉办结后', en: 'After a complaint' },
  beforeTrip: { zh: '出行前', en: 'Before a trip' },
  dormant: { zh: '久未乘机', en: 'Dormant members' },
}

/** The care that an approach counts as. */
export const CARE_OF_CAMPAIGN: Record<CampaignOccasion, CareOccasion> = {
  group: 'offer',
  birthday: 'birthday',
  festival: 'festival',
  tierChange: 'regular',
  afterComplaint: 'afterMatter',
  beforeTrip: 'regular',
  dormant: 'regular',
}

/** What `days` stands for: days to look back, ahead, or without a flight; null where the campaign has days of its own. */
export const DAYS_MEAN: Record<CampaignOccasion, 'back' | 'ahead' | 'without' | null> = {
  group: null,
  birthday: 'ahead',
  festival: null,
  tierChange: 'back',
  afterComplaint: 'back',
  beforeTrip: 'ahead',
  dormant: 'without',
}

export const CAMPAIGN_STATES = ['running', 'stopped', 'ended'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

export const CAMPAIGN_STATE_NAMES: Record<CampaignState, Bilingual> = {
  running: { zh: '进行中', en: 'Running' },
  stopped: { zh: '已暂停', en: 'Stopped' },
  ended: { zh: '已结束', en: 'Ended' },
}

/** How somebody answered, each with its one key. */
export const ANSWERS = ['reached', 'agreed', 'declined', 'optedOut', 'noAnswer', 'later'] as const
export type Answer = (typeof ANSWERS)[number]

export const ANSWER_NAMES: Record<Answer, Bilingual> = {
  reached: { zh: '已送达问候', en: 'Reached' },
  agreed: { zh: '接受建议', en: 'Agreed' },
  declined: { zh: '不感兴趣', en: 'Not interested' },
  optedOut: { zh: '要求不再联系', en: 'Opted out' },
  noAnswer: { zh: '未接通', en: 'No answer' },
  later: { zh: '改日再联系', en: 'Later' },
}

/** How an approach ended. */
export const CONTACT_RESULTS = ['reached', 'agreed', 'declined', 'optedOut', 'unreachable'] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

export const CONTACT_RESULT_NAMES: Record<ContactResult, Bilingual> = {
  reached: ANSWER_NAMES.reached,
  agreed: ANSWER_NAMES.agreed,
  declined: ANSWER_NAMES.declined,
  optedOut: ANSWER_NAMES.optedOut,
  unreachable: { zh: '多次未接通', en: 'Not reached' },
}
