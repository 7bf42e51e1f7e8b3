import { CASE_KINDS, SEVERITIES } from '../../../shared/cases/words.ts'
import type { Input } from '../../../shared/contracts.ts'
import { READS } from '../../../shared/reads.ts'
import { caseLine, caseNow, caseRows, caseShown, clockLine } from '../case-lines.ts'
import { command } from '../command.ts'
import { caseByNumber, loginsById, memberIdOf, userIdOf } from '../lookups.ts'
import { withMoments } from '../moments.ts'
import { readStep } from '../step-data.ts'

const caseNumber = {
  kind: 'text',
  required: true,
  shown: 'CASE',
  meaning: { zh: '事项编号', en: 'Number of the case' },
} as const
const yesOrNo = (zh: string, en: string) => ({ kind: 'choice', choices: ['yes', 'no'], meaning: { zh, en } }) as const

const DEMAND_LENGTH = 1000

/** Enquiries, complaints, suggestions and service requests. */
export const cases = [
  command({
    path: 'case open',
    call: 'cases.open',
    needs: 'person',
    options: {
      member: { kind: 'text', shown: 'CARD', required: true, meaning: { zh: '会员卡号', en: "The member's card" } },
      kind: { kind: 'choice', choices: CASE_KINDS, required: true, meaning: { zh: '种类', en: 'Kind' } },
      category: {
        kind: 'text',
        shown: 'CODE',
        required: true,
        meaning: { zh: '分类编码，见 class list', en: 'Code of the category; class list shows them' },
      },
      channel: {
        kind: 'text',
        shown: 'CODE',
        required: true,
        meaning: { zh: '渠道编码，见 class list', en: 'Code of the channel; class list shows them' },
      },
      received: {
        kind: 'instant',
        isEvent: true,
        required: true,
        meaning: { zh: '客户提出的时间', en: "The customer's own time" },
      },
      severity: { kind: 'choice', choices: SEVERITIES, required: true, meaning: { zh: '性质', en: 'Severity' } },
      text: { kind: 'text', required: true, meaning: { zh: '内容', en: 'What it is about' } },
      demand: {
        kind: 'text',
        meaning: {
          zh: '客户诉求；投诉和服务请求缺省时与内容相同',
          en: 'What the customer asks for; of a complaint or service request the text unless told',
        },
      },
      service: {
        kind: 'text',
        shown: 'CODE',
        meaning: {
          zh: '服务类型编码，见 class list；服务请求缺省为 other',
          en: 'Code of the type of service, see class list; of a service request other unless told',
        },
      },
      phone: {
        kind: 'text',
        shown: 'PHONE',
        meaning: { zh: '联系电话；缺省为会员的手机', en: "Telephone to answer to; the member's mobile unless told" },
      },
      owner: {
        kind: 'text',
        shown: 'LOGIN',
        meaning: { zh: '责任人登录名；缺省为登记人', en: "The owner's login; who registers unless told" },
      },
      apology: yesOrNo('已向客户致歉安抚；缺省 yes', 'Apology and calming words were said; yes unless told'),
      thanked: yesOrNo('已向客户致谢；缺省 yes', 'The customer was thanked; yes unless told'),
    },
    rules: { 'case-received-in-future': 'received' },
    fields: {
      content: 'text',
      receivedAt: 'received',
      contactPhone: 'phone',
      memberId: 'member',
      apologyGiven: 'apology',
      serviceType: 'service',
      ownerId: 'owner',
    },
    run: async (context, { member, received, text, demand, service, phone, owner, apology, thanked, ...facts }) => {
      const { kind } = facts
      const asked = kind === 'complaint' || kind === 'service' ? text.slice(0, DEMAND_LENGTH) : undefined
      const draft: Input<'cases.open'> = {
        ...facts,
        receivedAt: received,
        memberId: await memberIdOf(context, member),
        content: text,
        demand: demand ?? asked,
        contactPhone: phone,
        serviceType: service ?? (kind === 'service' ? 'other' : null),
        ownerId: (await userIdOf(context, owner)) ?? null,
        apologyGiven: apology !== 'no',
        thanked: thanked !== 'no',
      }
      return { json: caseNow(await context.ask('cases.open', draft)) }
    },
  }),
  command({
    path: 'case list',
    call: 'cases.queue',
    summary: { zh: '列出事项，按真实紧急程度排列', en: 'List cases in order of true urgency' },
    needs: 'person',
    options: {
      open: { kind: 'flag', meaning: { zh: '只列未结事项', en: 'Open cases only' } },
      owner: { kind: 'text', shown: 'LOGIN', meaning: { zh: '责任人登录名', en: "The owner's login" } },
    },
    run: async (context, { open, owner }) => {
      const logins = await loginsById(context)
      const ownerId = await userIdOf(context, owner)
      const rows = await caseRows(context, { isOpen: true, owner: ownerId })
      if (!open) rows.push(...(await caseRows(context, { isOpen: false, owner: ownerId })))
      const lines = rows.map((row) => caseLine(row, logins, Date.now()))
      return { json: lines, shown: lines.map(({ id: _, closedAt: __, isOpen: ___, ...rest }) => rest) }
    },
  }),
  command({
    path: 'case show',
    call: 'cases.show',
    needs: 'person',
    operands: { case: caseNumber },
    run: async (context, args) => {
      const { id } = await caseByNumber(context, args.case)
      const view = await context.ask('cases.show', { id })
      const { number, clocks, ...rest } = view
      return {
        json: {
          case: number,
          ...withMoments(rest),
          clocks: clocks.map((clock) => ({ ...withMoments(clock), ...clockLine(clock) })),
        },
        shown: caseShown(view, await loginsById(context), context.language),
      }
    },
  }),
  command({
    path: 'case advance',
    call: 'cases.advance',
    needs: 'person',
    operands: { case: caseNumber },
    options: {
      to: {
        kind: 'text',
        shown: 'STATE',
        required: true,
        meaning: {
          zh: '要到的阶段，见 case show 的 nextActions',
          en: 'The state to reach, as case show lists under nextActions',
        },
      },
      data: {
        kind: 'file',
        reads: READS.json,
        shown: 'FILE.json',
        meaning: {
          zh: '这一步要填的内容；时间与登录名照常书写',
          en: 'What the step asks for; moments and logins as everywhere',
        },
      },
    },
    run: async (context, { case: number, to, data }) => {
      const { id, lastSeq } = await caseByNumber(context, number)
      const state = await context.ask('cases.advance', {
        id,
        to,
        data: data === undefined ? {} : await readStep(context, data),
        expectedSeq: lastSeq,
      })
      return { json: caseNow(state) }
    },
  }),
]
