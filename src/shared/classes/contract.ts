import { z } from 'zod'
import { CASE_KINDS, categoryCode } from '../cases/words.ts'
import { call } from '../contract.ts'
import { caseId } from '../ids.ts'
import { bilingual } from '../policy.ts'
import { DESK_ROLES } from '../roles.ts'
import { CLOCK_KINDS, limit } from '../targets/model.ts'
import {
  CLASS_LISTS,
  category,
  channel,
  channelGroup,
  classLists,
  desk,
  guideStep,
  planTemplate,
  serviceType,
} from './model.ts'

const EDITORS = ['lead', 'manager', 'admin'] as const
const changes = ['classes'] as const
const output = z.null()

/** True: the code must still be free. False: it must exist. */
const isNew = z.boolean()

/** From where a limit comes: a rule for the category itself, for its group, or for every case (S1-44). */
export const LIMIT_SOURCES = ['own', 'group', 'default'] as const

const limitRule = z.object({ limit, ruleId: z.string(), ruleName: bilingual, from: z.enum(LIMIT_SOURCES) })

/** The rule that decides, and the longer ones that the category or its group has besides. */
export const categoryLimit = limitRule.extend({ clock: z.enum(CLOCK_KINDS), besides: z.array(limitRule) })
export type CategoryLimit = z.infer<typeof categoryLimit>

/** The lists with the calendars that their hours may be. */
const keptLists = classLists.extend({ calendars: z.array(z.object({ id: z.string(), name: bilingual })) })

/** What a case's category says to whoever handles it: a guide, and a plan to begin with. */
export const caseGuidance = z.object({
  category: z.string(),
  guide: z.array(guideStep),
  plan: planTemplate.nullable(),
})

/** Channels, categories, desks and types of service: the lists that administrators keep (S1-14, S1-31, S2-11, S3-26). */
export const classes = {
  list: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出渠道、分类、部门与服务类型', en: 'List channels, categories, desks and types of service' },
    input: z.object({}),
    output: keptLists,
  }),
  ofCase: call({
    kind: 'query',
    access: DESK_ROLES,
    summary: {
      zh: '查看事项所属分类的指引与方案模板',
      en: 'Show the guide and the plan template of a case’s category',
    },
    input: z.object({ caseId }),
    output: caseGuidance,
  }),
  limits: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '查看某一分类适用的时限', en: 'Show the limits that hold for a category' },
    input: z.object({ category: categoryCode, kind: z.enum(CASE_KINDS).default('complaint') }),
    output: z.array(categoryLimit),
  }),
  saveChannelGroup: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '新增或修改渠道组', en: 'Add or change a group of channels' },
    input: channelGroup.extend({ isNew }),
    output,
    changes,
  }),
  saveChannel: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '新增、修改或停用渠道', en: 'Add, change or retire a channel' },
    input: channel.extend({ isNew }),
    output,
    changes,
  }),
  saveCategory: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '新增、修改或停用分类', en: 'Add, change or retire a category' },
    input: category.extend({ isNew }),
    output,
    changes,
  }),
  saveDesk: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '新增、修改或停用部门', en: 'Add, change or retire a department' },
    input: desk.extend({ isNew: isNew.default(false) }),
    output,
    changes,
  }),
  saveServiceType: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '新增、修改或停用服务类型', en: 'Add, change or retire a type of service' },
    input: serviceType.extend({ isNew }),
    output,
    changes,
  }),
  arrange: call({
    kind: 'command',
    access: EDITORS,
    summary: { zh: '调整列表次序', en: 'Put a list into another order' },
    input: z.object({ list: z.enum(CLASS_LISTS), codes: z.array(z.string().max(61)).min(1).max(500) }),
    output,
    changes,
  }),
}
