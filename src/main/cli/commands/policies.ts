import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import { POLICY_KINDS } from '../../../shared/policies/model.ts'
import { READS } from '../../../shared/reads.ts'
import { DESK_ZONE } from '../../../shared/time.ts'
import { dayAt } from '../../rules/zone.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { readJson } from '../files.ts'
import { moment } from '../moments.ts'

type Version = Output<'policies.list'>[number]

const EVERY_CASE = 10_000

/** What of a version is printed everywhere. */
const lineOf = ({ id, kind, version, name, state, effectiveFrom, authorName, approvedByName, hash }: Version) => ({
  ...{ id, kind, version, name, state, effectiveFrom, author: authorName, approvedBy: approvedByName, hash },
})

/** The same for people, who read what a policy is called before its hash. */
function shownLine(version: Version) {
  const { name: title, hash, ...rest } = lineOf(version)
  return { ...rest, title, hash: hash.slice(0, 12) }
}

type Cost = Output<'policies.backtest'>['compensation']
type Sums = Pick<Cost['months'][number], 'before' | 'after'>

/** The cost of a trial in fen, by form and month, and case by case. */
function costOf({ cost, forms, months, rows }: Cost, language: string) {
  const side = sideOf(language)
  const sums = ({ before, after }: Sums) => ({
    ...{ countBefore: before.count, costFenBefore: before.costFen },
    ...{ countAfter: after.count, costFenAfter: after.costFen },
  })
  return {
    ...{ costFenBefore: cost.before, costFenAfter: cost.after },
    forms: forms.map(({ form, name, ...line }) => ({ form, name: name[side], ...sums(line) })),
    months: months.map(({ month, ...line }) => ({ month, ...sums(line) })),
    cases: rows.map(({ number, form, month, before, after, differenceFen }) => ({
      ...{ case: number, form, month, amountFenBefore: before.amountFen, amountFenAfter: after.amountFen },
      ...{ milesBefore: before.miles, milesAfter: after.miles },
      ...{ levelBefore: before.level, levelAfter: after.level, refusal: after.refusal, differenceFen },
    })),
  }
}

const version = {
  kind: 'text',
  required: true,
  shown: 'ID',
  meaning: { zh: '版本编号，或种类（取现行版本）', en: 'Number of a version, or a kind for the one in force' },
} as const

/** A version by its number; a kind stands for the version in force, where there is just one. */
async function idOf(context: Context, text: string): Promise<string> {
  const kind = POLICY_KINDS.find((one) => one === text)
  if (!kind) return text
  const inForce = (await context.ask('policies.list', { kind })).filter(({ state }) => state === 'inForce')
  return inForce.length === 1 ? (inForce[0]?.id ?? text) : text
}

/** Policies: their versions, what changed between two, packs as files, and a trial on the past. */
export const policies = [
  command({
    path: 'policy list',
    call: 'policies.list',
    needs: 'person',
    options: {
      kind: { kind: 'choice', choices: POLICY_KINDS, meaning: { zh: '只列此类', en: 'Of this kind only' } },
    },
    run: async (context, { kind }) => {
      const list = await context.ask('policies.list', kind === undefined ? {} : { kind })
      return { json: list.map(lineOf), shown: list.map(shownLine) }
    },
  }),
  command({
    path: 'policy show',
    call: 'policies.show',
    needs: 'person',
    operands: { id: version },
    run: async (context, { id }) => {
      const side = sideOf(context.language)
      const detail = await context.ask('policies.show', { id: await idOf(context, id) })
      const { body, problems, history } = detail
      const json = {
        ...lineOf(detail),
        history: history.map((one) => ({ ...one, at: moment(one.at) })),
        problems,
        body,
      }
      const shown = {
        ...shownLine(detail),
        problems: problems.map(({ level, path, text }) => ({ level, path, text: text[side] })),
        history: json.history.map(({ at, actorName, deed, reason }) => ({ at, actor: actorName, deed, reason })),
      }
      return { json, shown }
    },
  }),
  command({
    path: 'policy diff',
    call: 'policies.diff',
    needs: 'person',
    operands: { before: { ...version, shown: 'BEFORE' }, after: { ...version, shown: 'AFTER' } },
    run: async (context, { before, after }) => {
      const side = sideOf(context.language)
      const found = await context.ask('policies.diff', {
        before: await idOf(context, before),
        after: await idOf(context, after),
      })
      const json = { before: lineOf(found.before), after: lineOf(found.after), changes: found.changes }
      return { json, shown: found.changes.map(({ text }) => text[side]) }
    },
  }),
  command({
    path: 'policy import',
    call: 'policies.import',
    needs: 'person',
    operands: {
      file: {
        kind: 'file',
        reads: READS.json,
        required: true,
        shown: 'FILE',
        meaning: { zh: '策略文件', en: 'A policy pack' },
      },
    },
    options: {
      from: {
        kind: 'instant',
        meaning: { zh: '生效时刻所在日；默认今天', en: 'In force from that day; today unless told' },
      },
      reason: { kind: 'text', meaning: { zh: '为何导入', en: 'Why it is taken in' } },
    },
    fields: { effectiveFrom: 'from' },
    run: async (context, { file, from, reason }) => {
      const made = await context.ask('policies.import', {
        file,
        ...(from === undefined ? {} : { effectiveFrom: dayAt(DESK_ZONE, from) }),
        ...(reason === undefined ? {} : { reason }),
      })
      context.tell({
        zh: `已导入为草稿 ${made.id}，提交并由另一人批准后才生效。`,
        en: `Taken in as the draft ${made.id}; it is in force once submitted and approved by somebody else.`,
      })
      return { json: { ...lineOf(made), problems: made.problems }, shown: shownLine(made) }
    },
  }),
  command({
    path: 'policy export',
    call: 'policies.export',
    needs: 'person',
    operands: { id: version },
    options: {
      out: { kind: 'file', writes: true, required: true, meaning: { zh: '导出文件', en: 'The file to write' } },
    },
    run: async (context, { id, out }) => {
      const { hash, bytes, id: exported } = await context.ask('policies.export', { id: await idOf(context, id), out })
      return { json: { id: exported, file: out, hash, bytes } }
    },
  }),
  command({
    path: 'policy backtest',
    call: 'policies.backtest',
    needs: 'person',
    operands: {
      draft: {
        kind: 'file',
        reads: READS.json,
        required: true,
        shown: 'DRAFT.json',
        meaning: {
          zh: '时限或补偿策略文件（导出的策略或其内容）',
          en: 'Targets or a tariff: a pack, or the bare policy',
        },
      },
    },
    options: {
      from: {
        kind: 'instant',
        required: true,
        meaning: { zh: '此时刻起提出的事项', en: 'Cases brought up from then' },
      },
      to: { kind: 'instant', required: true, meaning: { zh: '到此时刻为止', en: 'Until then' } },
      cases: {
        kind: 'count',
        meaning: { zh: '最多列出多少条不同的结果', en: 'How many differing limits and amounts are listed' },
      },
    },
    run: async (context, { draft, from, to, cases = 1000 }) => {
      const body = await readJson(draft)
      const report = await context.ask('policies.backtest', { body, from, to, limit: Math.min(cases, EVERY_CASE) })
      const rows = report.rows.map(({ caseId: _, number, receivedAt, dueBefore, dueAfter, ...row }) => ({
        ...{ case: number, receivedAt: moment(receivedAt), ...row },
        dueBefore: dueBefore === null ? null : moment(dueBefore),
        dueAfter: dueAfter === null ? null : moment(dueAfter),
      }))
      const { kinds, compensation, workload, ...sums } = report
      const shown = kinds.map(({ clock, before, after }) => ({
        ...{ clock, clocksBefore: before.clocks, breachesBefore: before.breaches, warningsBefore: before.warnings },
        ...{ clocksAfter: after.clocks, breachesAfter: after.breaches, warningsAfter: after.warnings },
      }))
      const cost = costOf(compensation, context.language)
      return {
        json: { ...sums, kinds, rows, workload, compensation: { ...compensation, rows: cost.cases } },
        shown: {
          ...{ kind: report.kind, cases: report.cases, changed: report.changed, kinds: shown, rows },
          workload: workload.map(({ role, approvals, reminders, escalations }) => ({
            ...{ role, approvalsBefore: approvals.before, approvalsAfter: approvals.after },
            ...{ remindersBefore: reminders.before, remindersAfter: reminders.after },
            ...{ escalationsBefore: escalations.before, escalationsAfter: escalations.after },
          })),
          compensation: { amounts: compensation.amounts, ...cost },
        },
      }
    },
  }),
]
