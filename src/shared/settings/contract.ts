import { z } from 'zod'
import { call } from '../contract.ts'
import type { MemberTier } from '../tiers/model.ts'

/** The tiers that may be answered faster or slower than the rest. */
export const RING_TIERS = ['diamond', 'platinum', 'gold', 'silver'] as const satisfies readonly MemberTier[]

const rings = z.number().int().min(1).max(20)

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
  hotlines: [],
}

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
}
