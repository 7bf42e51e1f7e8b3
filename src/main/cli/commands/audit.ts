import { AUDIT_OUTCOMES } from '../../../shared/audit/filter.ts'
import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import { command } from '../command.ts'
import { allUsers, caseByNumber, memberIdOf, userIdOf } from '../lookups.ts'
import { withMoments } from '../moments.ts'

type Row = Output<'audit.list'>['rows'][number]

function described(row: Row, logins: ReadonlyMap<string, string>): unknown {
  const { seq, at, call, outcome, memberCard, memberId, caseNumber, caseId, actorId, actorName, hash, body } = row
  return withMoments({
    seq,
    at,
    actor: logins.get(actorId) ?? actorId,
    actorName,
    call,
    outcome,
    memberCard,
    memberId,
    caseNumber,
    caseId,
    body,
    hash,
  })
}

/** The hash-chained record. */
export const audit = [
  command({
    path: 'audit verify',
    call: 'audit.verify',
    needs: 'person',
    run: async (context) => {
      const { ok, entries, head, checkpoints, problem, anchor } = await context.ask('audit.verify', {})
      const json = { ok, entries, head, checkpoints, problem, anchor }
      if (!problem) return { json }
      const { sequence, reason } = problem
      const wrong = {
        zh: `审计链在第 ${sequence} 条被破坏（${reason}）。`,
        en: `The audit chain is broken at entry ${sequence} (${reason}).`,
      }
      return { json, wrong: wrong[sideOf(context.language)] }
    },
  }),
  command({
    path: 'audit list',
    call: 'audit.list',
    summary: { zh: '查询审计日志，新的在前', en: 'Read the audit log, newest first' },
    needs: 'person',
    options: {
      from: { kind: 'instant', meaning: { zh: '从何时起', en: 'From when' } },
      to: { kind: 'instant', meaning: { zh: '到何时止', en: 'Until when' } },
      actor: { kind: 'text', shown: 'LOGIN', meaning: { zh: '操作人登录名', en: 'Login of who did it' } },
      member: { kind: 'text', shown: 'CARD', meaning: { zh: '所涉会员卡号', en: 'Card of the member concerned' } },
      case: { kind: 'text', shown: 'NUMBER', meaning: { zh: '所涉个案编号', en: 'Number of the case concerned' } },
      call: {
        kind: 'text',
        shown: 'CALL',
        meaning: { zh: '操作，例如 members.open', en: 'Call, for example members.open' },
      },
      outcome: {
        kind: 'choice',
        choices: AUDIT_OUTCOMES,
        meaning: { zh: '结果：完成、被拒绝、出错', en: 'How it ended' },
      },
      text: { kind: 'text', meaning: { zh: '条目内容中都有的词', en: 'Words that all stand in the entry' } },
      limit: { kind: 'count', meaning: { zh: '最多几条，默认 100', en: 'How many at most; 100 unless told' } },
      before: {
        kind: 'count',
        shown: 'SEQ',
        meaning: { zh: '只列此序号之前的', en: 'Entries before this number: the next page' },
      },
    },
    run: async (context, { from, to, actor, member, case: number, call, outcome, text, limit, before }) => {
      const logins = new Map<string, string>((await allUsers(context)).map((user) => [user.id, user.login]))
      const actorId = await userIdOf(context, actor)
      const memberId = member === undefined ? undefined : await memberIdOf(context, member)
      const caseId = number === undefined ? undefined : (await caseByNumber(context, number)).id
      const { rows, next } = await context.ask('audit.list', {
        ...{ from, to, actor: actorId, member: memberId, case: caseId, call, outcome, text },
        ...{ limit, before },
      })
      if (next !== null)
        context.tell({ zh: `还有更早的条目：--before ${next}`, en: `There are earlier entries: --before ${next}` })
      const shown = rows.map((row) =>
        withMoments({
          seq: row.seq,
          at: row.at,
          actor: logins.get(row.actorId) ?? row.actorId,
          call: row.call,
          outcome: row.outcome,
          memberCard: row.memberCard,
          caseNumber: row.caseNumber,
        }),
      )
      return { json: rows.map((row) => described(row, logins)), shown }
    },
  }),
  command({
    path: 'audit checkpoint',
    call: 'audit.checkpoint',
    needs: 'person',
    options: {
      out: {
        kind: 'file',
        writes: true,
        required: true,
        meaning: { zh: '写到哪里；请存到别处', en: 'Where to; keep it elsewhere' },
      },
    },
    run: async (context, { out }) => {
      const { head, note } = await context.ask('audit.checkpoint', { out })
      return { json: { file: out, head, note }, shown: { file: out, head } }
    },
  }),
]
