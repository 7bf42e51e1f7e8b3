import { z } from 'zod'
import { call } from '../contract.ts'
import type { MemberTier } from '../tiers/model.ts'
import { personalSettings } from './personal.ts'

/** The tiers that may be answered faster or slower than the rest. */
export const RING_TIERS = ['diamond', 'platinum', 'gold', 'silver'] as const satisfies readonly MemberTier[]

const rings = z.number().int().min(1).max(20)
const callBackMinutes = z.number().int().min(1).max(1440)
/** How a tier's members are addressed: {title} stands for the form of address itself. */
const address = z
  .string()
  .max(60)
  .refine((text) => text === '' || text.includes('{title}'), { message: 'title' })

/** Settings of the whole desk; a manager changes them. */
export const deskSettings = z.object({
  /** Idle minutes before the desk locks itself. */
  autoLockMinutes: z.number().int().min(1).max(240),
  /** Seconds of one ring of the telephone, to turn rings into waiting time (S3-47). */
  secondsPerRing: z.number().int().min(1).max(10),
  /** A call counts as answered in time within this many rings (S3-47). */
  answerWithinRings: rings,
  /** The same for the members of a tier that has a target of its own; settings saved before have none. */
  answerWithinByTier: z.partialRecord(z.enum(RING_TIERS), rings).default({}),
  /** Greeting shown when a call is answered, by language (S3-49). {name} and {title} are filled in. */
  greeting: z.object({ 'zh-CN': z.string().min(1).max(300), en: z.string().min(1).max(300) }),
  /** What stands round a form of address for the members of a tier, such as 尊敬的{title}; an empty one adds nothing. */
  addressByTier: z.partialRecord(z.enum(RING_TIERS), z.object({ 'zh-CN': address, en: address })).default({}),
  /** Whoever was not answered is called back within this many minutes, or within those of their tier. */
  callBackMinutes: callBackMinutes.default(15),
  callBackMinutesByTier: z.partialRecord(z.enum(RING_TIERS), callBackMinutes).default({ diamond: 5, platinum: 10 }),
  /** A call-back is given up after this many tries at the earliest. */
  callBackTries: z.number().int().min(1).max(10).default(3),
  /** The system hands `vipdesk:` links of a telephone system to this program. */
  callLinks: z.boolean().default(false),
  /** Hotline numbers shown to agents (S1-14). */
  hotlines: z.array(z.object({ label: z.string().min(1).max(60), number: z.string().min(3).max(30) })).max(20),
})
export type DeskSettings = z.infer<typeof deskSettings>

export const DEFAULT_SETTINGS: DeskSettings = {
  autoLockMinutes: 5,
  secondsPerRing: 3,
  answerWithinRings: 3,
  answerWithinByTier: {},
  greeting: {
    'zh-CN': '{title}您好，航空公司VIP客服为您服务，请问有什么可以帮您？',
    en: 'Good day {title}, this is the VIP desk. How may I help you?',
  },
  addressByTier: {},
  callBackMinutes: 15,
  callBackMinutesByTier: { diamond: 5, platinum: 10 },
  callBackTries: 3,
  callLinks: false,
  hotlines: [],
}

/** What is kept and may turn out to be unreadable, by where it is set: of the whole desk, and of oneself. */
export const KEPT_NAMES = ['desk', 'trust', 'backups', 'specialists', 'personal'] as const
export type KeptName = (typeof KEPT_NAMES)[number]

export const settings = {
  read: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '读取工作台设置', en: 'Read the desk settings' },
    input: z.object({}),
    output: deskSettings,
  }),
  write: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '修改工作台设置', en: 'Change the desk settings' },
    input: deskSettings,
    output: deskSettings,
    changes: ['settings'],
  }),
  mine: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '读取个人设置', en: 'Read your own settings' },
    input: z.object({}),
    output: personalSettings,
  }),
  writeMine: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '修改个人设置', en: 'Change your own settings' },
    input: personalSettings,
    output: personalSettings,
    changes: ['settings'],
  }),
  /** The desk's own for managers and administrators only. */
  unreadable: call({
    kind: 'query',
    access: 'anyone',
    summary: {
      zh: '列出无法读取而按默认值运行的设置',
      en: 'List the settings that cannot be read and stand at their usual values',
    },
    input: z.object({}),
    output: z.array(z.enum(KEPT_NAMES)),
  }),
}
