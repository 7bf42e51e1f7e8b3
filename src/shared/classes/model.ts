import { z } from 'zod'
import { CONTENT_CLASSES } from '../cases/axes.ts'
import { CHANNEL_GROUPS, categoryCode, departmentCode, OBJECTS, plainCode, TIME_CLASSES } from '../cases/words.ts'
import { remark, written } from '../written.ts'

const name = z.object({ zh: written(40), en: written(60) })
const inBoth = (longest: number) => z.object({ zh: remark(longest), en: remark(longest) })

/** A number or mailbox that customers reach a desk or channel at, with a word about it (S1-14). */
export const hotline = z.object({ number: written(60), note: remark(40) })
export type Hotline = z.infer<typeof hotline>

const hotlines = z.array(hotline).max(6).default([])
const calendarId = z.string().min(1).max(64).nullable().default(null)
const isActive = z.boolean().default(true)

/** First level of the channels (S2-11); what it means decides who may read its cases. */
export const channelGroup = z.object({ code: plainCode, name, meaning: z.enum(CHANNEL_GROUPS), isActive })
export type ChannelGroupRow = z.infer<typeof channelGroup>

/** One way a matter reaches the desk, with its numbers and hours. */
export const channel = z.object({
  code: plainCode,
  groupCode: plainCode,
  name,
  /** The customer is present while the desk writes, so the opening words can be said (S3-60). */
  isLive: z.boolean().default(false),
  hotlines,
  calendarId,
  isActive,
})
export type ChannelRow = z.infer<typeof channel>

/** A desk or department: a unit with its own queue, numbers and hours (S1-01..03, S1-14). */
export const desk = z.object({ code: departmentCode, name, hotlines, calendarId, isActive })
export type DeskRow = z.infer<typeof desk>

/** One thing that may be asked of the desk (S3-26): a ticket, a seat, a lounge. */
export const serviceType = z.object({ code: plainCode, name, isActive })
export type ServiceTypeRow = z.infer<typeof serviceType>

/** What a plan for such a matter usually says (S4-128); an empty part leaves the form as it is. */
export const planTemplate = z.object({ direction: inBoth(600), measures: inBoth(1500), communication: inBoth(600) })
export type PlanTemplate = z.infer<typeof planTemplate>

/** One step of a scenario that guides whoever handles it (S5-43, S5-44). */
export const guideStep = z.object({ zh: written(200), en: written(300) })

/** A group of categories or one of its details; what is null is as in the group. */
export const category = z.object({
  code: categoryCode,
  name,
  /** The letter of the regulator's monthly bulletin. */
  regulator: z
    .string()
    .regex(/^[A-Z]$/, { message: 'invalid' })
    .nullable()
    .default(null),
  contentClass: z.enum(CONTENT_CLASSES).nullable().default(null),
  objectClass: z.enum(OBJECTS).nullable().default(null),
  department: departmentCode.nullable().default(null),
  /** The class of time limit that it proposes where the nature of a case proposes none tighter (S2-18). */
  timeClass: z.enum(TIME_CLASSES).nullable().default(null),
  plan: planTemplate.nullable().default(null),
  guide: z.array(guideStep).max(20).default([]),
  isActive,
})
export type CategoryRow = z.infer<typeof category>

/** Every list that the desk keeps, each in the order in which it is shown. */
export const classLists = z.object({
  channelGroups: z.array(channelGroup),
  channels: z.array(channel),
  categories: z.array(category),
  desks: z.array(desk),
  serviceTypes: z.array(serviceType),
})
export type ClassLists = z.infer<typeof classLists>

export const CLASS_LISTS = ['channelGroups', 'channels', 'categories', 'desks', 'serviceTypes'] as const
export type ClassList = (typeof CLASS_LISTS)[number]
