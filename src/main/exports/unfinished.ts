import path from 'node:path'
import { exportScope } from '../../shared/exports/model.ts'
import type { ApprovalState, UnfinishedRow, UnfinishedState } from '../../shared/exports/unfinished.ts'
import { found } from '../../shared/failure.ts'
import { type KeptSight, keptFolder, lookAtKept, removeKept } from '../bundle/kept-parts.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { secondPersonReasons } from '../rules/export-approval.ts'
import { aboutOf } from './continued.ts'
import { readLimits } from './limits.ts'
import { ownApproval } from './requests.ts'
import { isRunning } from './running.ts'
import { peopleIn } from './scope.ts'
import {
  deleteUnfinished,
  keyOfParts,
  listUnfinished,
  optionsOf,
  thisPlace,
  type Unfinished,
  unfinishedById,
} from './unfinished-rows.ts'

export const unfinished: Handler<'exports.unfinished'> = async (ctx) => {
  const listed: UnfinishedRow[] = []
  const limits = await readLimits(ctx.db)
  for (const row of await listUnfinished(ctx.db)) {
    const { id, begunAt, scopeLabel, profile, recipient, requester, purpose, encryption, place, out, rows, files } = row
    const scope = exportScope.parse(JSON.parse(row.scope))
    const sight = await lookAt(ctx, row)
    const reasons = secondPersonReasons({ profile, rows, people: peopleIn(scope) }, limits)
    listed.push({
      ...{ id, begunAt, begunBy: row.beganName, begunByMe: row.begunBy === ctx.actor.id },
      ...{ scope, scopeKind: scope.kind, scopeLabel, profile, recipient, requester, purpose, encryption },
      ...{ place, fileName: path.basename(out), folder: keptFolder(out), rows, files },
      state: stateOf(ctx, row, sight),
      done: sight ? { files: sight.files, rows: sight.rows, bytes: sight.bytes } : null,
      reasons,
      approval: reasons.length === 0 ? 'unneeded' : await approvalOf(ctx, row),
    })
  }
  return listed
}

export const discard: Handler<'exports.discard'> = async (ctx, { id }) => {
  const row = found(await unfinishedById(ctx.db, id), 'export')
  await deleteUnfinished(ctx.db, id)
  const isRemoved = row.place === thisPlace() && removeKept(keptFolder(row.out))
  const { scopeLabel, profile, recipient, purpose, place, out } = row
  ctx.note({ discarded: { scopeLabel, profile, recipient, purpose, place, fileName: path.basename(out) }, isRemoved })
  return { isRemoved }
}

async function lookAt(ctx: Ctx, row: Unfinished): Promise<KeptSight | undefined> {
  return row.place === thisPlace() ? lookAtKept(keptFolder(row.out), await keyOfParts(ctx, row)) : undefined
}

function stateOf({ desk }: Ctx, row: Unfinished, sight: KeptSight | undefined): UnfinishedState {
  if (row.place !== thisPlace()) return 'elsewhere'
  if (isRunning(row.out)) return 'running'
  if (!sight) return 'gone'
  const { scopeKey: data, profile } = row
  return sight.about === aboutOf(desk, { data, profile, language: optionsOf(row).language }) ? 'kept' : 'anew'
}

async function approvalOf({ db, actor, now }: Ctx, row: Unfinished): Promise<ApprovalState> {
  const { scopeKey, profile, recipient } = row
  const own = await ownApproval(db, { scopeKey, profile, recipient, actorId: actor.id, now })
  if (!own) return 'missing'
  return own.isHeld ? 'held' : 'asked'
}
