import { SERVICE_TYPES } from '../../../shared/cases/axes.ts'
import { CASE_KINDS, CATEGORIES, CHANNELS, SEVERITIES } from '../../../shared/cases/words.ts'
import type { Input, Output } from '../../../shared/contracts.ts'
import { stepData } from '../../../shared/workflow/model.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { readJson } from '../files.ts'
import { allUsers, caseByNumber, memberIdOf, userIdOf } from '../lookups.ts'
import { moment, withMoments } from '../moments.ts'
import { EXIT, Stop } from '../stop.ts'

type State = Output<'cases.open'>
type Clock = State['clocks'][number]
type Row = Output<'cases.queue'>['rows'][number]

const clock = ({ kind, startedAt, dueAt, state, isProvisional }: Clock) => ({
  kind,
  startedAt: moment(startedAt),
  dueAt: moment(dueAt),
  state,
  isProvisional,
})

/** A case as a command left it. */
function described({ number, id, kind, state, isOpen, priority, clocks }: State): unknown {
  return { case: number, id, kind, state, isOpen, priority, clocks: clocks.map(clock) }
}

const PAGE = 500

/** All rows that match, page after page. */
async function allRows(context: Context, filter: { isOpen: boolean; owner?: Row['ownerId'] }): Promise<Row[]> {
  const { owner, isOpen } = filter
  const rows: Row[] = []
  let after: Output<'cases.queue'>['next'] | undefined
  do {
    const page = await context.ask('cases.queue', {
      isOpen,
      limit: PAGE,
      owner: owner ?? undefined,
      after: after ?? undefined,
    })
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

function listed(row: Row, logins: ReadonlyMap<string, string>): unknown {
  const {
    number,
    kind,
    state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    receivedAt,
    nextDueAt,
    nextClock,
    id,
  } = row
  const owner = row.ownerId === null ? null : (logins.get(row.ownerId) ?? null)
  const closedAt = row.closedAt
  return withMoments({
    case: number,
    kind,
    state,
    isOpen,
    priority,
    severity,
    tier,
    category,
    channel,
    title,
    contactName,
    owner,
    receivedAt,
    closedAt,
    nextDueAt,
    nextClock,
    id,
  })
}

const caseNumber = {
  kind: 'text',
  required: true,
  shown: 'CASE',
  meaning: { zh: '事项编号', en: 'Number of the case' },
} as const

/** Enquiries, complaints, suggestions and service requests. */
export const cases = [
  command({
    path: 'case open',
    call: 'cases.open',
    needs: 'person',
    options: {
      member: { kind: 'text', shown: 'CARD', required: true, meaning: { zh: '会员卡号', en: "The member's card" } },
      kind: { kind: 'choice', choices: CASE_KINDS, required: true, meaning: { zh: '种类', en: 'Kind' } },
      category: { kind: 'choice', choices: CATEGORIES, required: true, meaning: { zh: '分类', en: 'Category' } },
      channel: { kind: 'choice', choices: CHANNELS, required: true, meaning: { zh: '渠道', en: 'Channel' } },
      received: { kind: 'instant', required: true, meaning: { zh: '客户提出的时间', en: "The customer's own time" } },
      severity: { kind: 'choice', choices: SEVERITIES, required: true, meaning: { zh: '性质', en: 'Severity' } },
      text: { kind: 'text', required: true, meaning: { zh: '内容', en: 'What it is about' } },
      demand: {
        kind: 'text',
        meaning: {
          zh: '客户诉求；投诉缺省时与内容相同',
          en: 'What the customer asks for; of a complaint the whole text unless told',
        },
      },
      service: {
        kind: 'choice',
        choices: SERVICE_TYPES,
        meaning: {
          zh: '服务种类；服务请求缺省为 other',
          en: 'Type of service; of a service request other unless told',
        },
      },
      owner: { kind: 'text', shown: 'LOGIN', meaning: { zh: '责任人登录名', en: "The owner's login" } },
    },
    run: async (context, { member, kind, category, channel, received, severity, text, demand, service, owner }) => {
      const draft: Input<'cases.open'> = {
        kind,
        channel,
        receivedAt: received,
        memberId: await memberIdOf(context, member),
        content: text,
        demand: demand ?? (kind === 'complaint' ? text.slice(0, 1000) : ''),
        serviceType: service ?? (kind === 'service' ? 'other' : null),
        category,
        severity,
        ownerId: (await userIdOf(context, owner)) ?? null,
      }
      return { json: described(await context.ask('cases.open', draft)) }
    },
  }),
  command({
    path: 'case list',
    call: 'cases.queue',
    needs: 'person',
    options: {
      open: { kind: 'flag', meaning: { zh: '只列未结事项', en: 'Open cases only' } },
      owner: { kind: 'text', shown: 'LOGIN', meaning: { zh: '责任人登录名', en: "The owner's login" } },
    },
    run: async (context, { open, owner }) => {
      const logins = new Map((await allUsers(context)).map((user) => [user.id, user.login]))
      const ownerId = (await userIdOf(context, owner)) ?? null
      const rows = await allRows(context, { isOpen: true, owner: ownerId })
      if (!open) rows.push(...(await allRows(context, { isOpen: false, owner: ownerId })))
      return { json: rows.map((row) => listed(row, logins)) }
    },
  }),
  command({
    path: 'case show',
    call: 'cases.show',
    needs: 'person',
    operands: { case: caseNumber },
    run: async (context, args) => {
      const { id } = await caseByNumber(context, args.case)
      const { number, clocks, ...view } = await context.ask('cases.show', { id })
      const {
        kind,
        state,
        isOpen,
        priority,
        severity,
        tier,
        category,
        channel,
        title,
        contactName,
        ownerName,
        receivedAt,
        content,
      } = view
      const events = view.events.map(({ seq, at, actorName, kind: event, toState }) => ({
        seq,
        at,
        actor: actorName,
        kind: event,
        state: toState,
      }))
      const nextActions = view.nextActions.map(({ id: step, to, name, isAllowed }) => ({ step, to, name, isAllowed }))
      const shown = {
        case: number,
        kind,
        state,
        isOpen,
        priority,
        severity,
        tier,
        category,
        channel,
        title,
        contactName,
        owner: ownerName,
        receivedAt,
        content,
        clocks: clocks.map(clock),
        events,
        nextActions,
      }
      return { json: withMoments({ case: number, ...view, clocks }), shown: withMoments(shown) }
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
          zh: '下一阶段的代码，见 case show 的 nextActions',
          en: 'The state to reach, as case show lists under nextActions',
        },
      },
      data: { kind: 'file', shown: 'FILE.json', meaning: { zh: '这一步要填的内容', en: 'What the step asks for' } },
    },
    run: async (context, { case: number, to, data }) => {
      const { id, lastSeq } = await caseByNumber(context, number)
      const state = await context.ask('cases.advance', {
        id,
        to,
        data: data === undefined ? {} : await readStep(data),
        expectedSeq: lastSeq,
      })
      return { json: described(state) }
    },
  }),
]

async function readStep(file: string) {
  const parsed = stepData.safeParse(await readJson(file))
  if (!parsed.success)
    throw new Stop(
      'FILE',
      {
        zh: '数据文件应为一个 JSON 对象，值为文字、数字、真假或空。',
        en: 'The data file must be one JSON object of texts, numbers, booleans or nulls.',
      },
      EXIT.refused,
    )
  return parsed.data
}
