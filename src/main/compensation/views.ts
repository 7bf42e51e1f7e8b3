import type { ContactChannel } from '../../shared/cases/axes.ts'
import type { CompensationCase, CompensationRow, CompensationView } from '../../shared/compensation/model.ts'
import type { CompensationPolicy } from '../../shared/compensation/policy.ts'
import type { Effect } from '../../shared/compensation/words.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { type CaseFile, namesOf, viewerOf } from '../cases/case-file.ts'
import type { Ctx } from '../engine/handler.ts'
import { compensationAt, compensationById } from '../policies/queries.ts'
import type { Viewer } from '../rules/access.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { canApprove } from '../rules/compensation-authority.ts'
import { isCompensationDone, likelyScope } from '../rules/compensation-flow.ts'
import * as store from './queries.ts'

type Names = ReadonlyMap<string, string>
const nameOf = (names: Names, id: string | null) => (id === null ? null : (names.get(id) ?? null))

/** Why nothing is owed, when that was the last word about it. */
export function noneReasonOf({ events }: Pick<CaseFile, 'events'>): string | null {
  const said = events
    .filter(({ kind }) => kind === 'compensation')
    .map(({ data }): { act?: string; reason?: string } => JSON.parse(data))
    .findLast(({ act }) => act === 'none' || act === 'proposed')
  return said?.act === 'none' ? (said.reason ?? '') : null
}

const people = (rows: readonly store.CompensationRecord[]) =>
  rows.flatMap((row) => [row.proposedBy, row.firstApproverId, row.approverId, row.executedBy])

/** The compensation of a case as it is now. */
export async function toView(ctx: Ctx, file: CaseFile): Promise<CompensationCase> {
  const { row, recorded } = file
  const rows = await store.amountsOf(ctx.db, row.id)
  const losses = await store.lossesOf(ctx.db, row.id)
  const names = await namesOf(ctx.db, [...people(rows), ...losses.map(({ createdBy }) => createdBy)])
  const { body: policy } = await compensationAt(ctx.db, ctx.now)
  const viewer = viewerOf(ctx)
  const policies = await policiesOf(ctx, rows)
  const noneReason = noneReasonOf(file)
  return {
    caseId: row.id as CaseId,
    lastSeq: row.lastSeq,
    losses: losses.map(({ id, name, amountFen, evidence, createdAt, createdBy }) => ({
      ...{ id, name, amountFen, evidence, createdAt },
      createdByName: names.get(createdBy) ?? '',
    })),
    lossFen: losses.reduce((sum, one) => sum + one.amountFen, 0),
    rows: rows.map((one) => toAmount(one, names, approvalOf(viewer, one, policies))),
    noneReason,
    isDone: isCompensationDone(
      rows.map(({ status }) => status),
      noneReason !== null,
    ),
    forms: policy.forms,
    rules: policy.rules,
    scopes: policy.scopes,
    likelyScope: likelyScope(recorded.liabilityParty, row.objectClass),
    mayPropose: canWorkOn(viewer, { ownerId: row.ownerId, isOpen: row.isOpen === 1 }).allowed,
  }
}

type Policies = ReadonlyMap<string, CompensationPolicy>

/** The policies under which amounts that still wait were proposed. */
async function policiesOf(ctx: Ctx, rows: readonly store.CompensationRecord[]): Promise<Policies> {
  const waiting = rows.filter(({ status }) => status === 'pending')
  const found = new Map<string, CompensationPolicy>()
  for (const id of new Set(waiting.map(({ policyId }) => policyId))) found.set(id, await compensationById(ctx.db, id))
  return found
}

/** Whether the viewer may decide now, and for which departments the second signature may be given. */
function approvalOf(viewer: Viewer, row: store.CompensationRecord, policies: Policies) {
  const policy = policies.get(row.policyId)
  if (!policy) return { mayApprove: false, secondFor: [] }
  const secondFor = policy.second.signsFor
  return { mayApprove: canApprove(viewer, { ...row, signsFor: secondFor[0] ?? null }, policy).allowed, secondFor }
}

function toAmount(
  row: store.CompensationRecord,
  names: Names,
  approval: Pick<CompensationView, 'mayApprove' | 'secondFor'>,
): CompensationView {
  const { id, status, scopeId, ruleId, form, description, tariffFen, tariffMiles, formula, amountFen, miles } = row
  const { supplier, costFen, reason, level, sumFen, sumMiles, proposedAt, firstAt, decidedAt, decision } = row
  const { signsFor, dueAt, consentAt, consentText, executedAt, evidence, voucherNo, effectText, effectAt } = row
  return {
    ...{ id, status, scopeId, ruleId, form, description, tariffFen, tariffMiles, formula, amountFen, miles },
    ...{ supplier, costFen, reason, level, sumFen, sumMiles, proposedAt, firstAt, decidedAt, decision },
    ...{ signsFor, dueAt, consentAt, consentText, executedAt, evidence, voucherNo, effectText, effectAt, ...approval },
    isStatutory: row.isStatutory === 1,
    policyVersion: Number(row.policyId.split('@').at(-1)),
    proposedByName: names.get(row.proposedBy) ?? '',
    firstApproverName: nameOf(names, row.firstApproverId),
    approverName: nameOf(names, row.approverId),
    consentChannel: row.consentChannel as ContactChannel | null,
    executedByName: nameOf(names, row.executedBy),
    effect: row.effect as Effect | null,
  }
}

/** Amounts as lines of a list. */
export async function toRows(ctx: Ctx, rows: readonly store.ListedAmount[]): Promise<CompensationRow[]> {
  const names = await namesOf(ctx.db, people(rows))
  const viewer = viewerOf(ctx)
  const policies = await policiesOf(ctx, rows)
  return rows.map((row) => {
    const { id, caseNumber, status, form, description, amountFen, miles, level, sumFen, sumMiles } = row
    const { formula, reason, proposedAt, dueAt } = row
    return {
      ...{ id, caseNumber, status, form, description, amountFen, miles, level, sumFen, sumMiles },
      ...{ formula, reason, proposedAt, dueAt },
      caseId: row.caseId as CaseId,
      proposedById: row.proposedBy as UserId,
      proposedByName: names.get(row.proposedBy) ?? '',
      firstApproverName: nameOf(names, row.firstApproverId),
      isOverdue: dueAt !== null && dueAt < ctx.now,
      mayApprove: approvalOf(viewer, row, policies).mayApprove,
    }
  })
}
