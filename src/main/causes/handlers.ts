import { sideOf } from '../../shared/contract.ts'
import { found, must, Refusal } from '../../shared/failure.ts'
import { DESK_ZONE } from '../../shared/time.ts'
import { type CaseFile, expectSeq, openFile, openRow, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { readLists } from '../classes/lists.ts'
import { categoryName } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { fillSolution, type SolutionValues } from '../rules/cause-solution.ts'
import { canChoose, checkTree, countsOf, mustBeSound, solutionsFor, suggestedFor } from '../rules/cause-tree.ts'
import { dayAt, minuteAt } from '../rules/zone.ts'
import {
  causeOf,
  countCases,
  countCauses,
  currentTree,
  insertTree,
  keepShipped,
  listVersions,
  saveCause,
  treeOf,
  usedCodes,
} from './queries.ts'

export const causes: FeatureHandlers<'causes'> = {
  tree: async ({ db }, { version }) => {
    const kept = version === undefined ? await currentTree(db) : found(await treeOf(db, version), 'causeTree')
    return { ...kept.tree, version: kept.version, used: [...(await usedCodes(db))] }
  },

  versions: async ({ db }) => listVersions(db),

  /** S2-58: the tree is changed as a whole, each change a version of its own. */
  save: async (ctx, { tree, basedOn, reason }) => {
    await keepShipped(ctx.db, ctx.now)
    const before = await currentTree(ctx.db)
    if (before.version !== basedOn) throw new Refusal({ code: 'CONFLICT', entity: 'causeTree' })
    const categories = (await readLists(ctx.db)).categories.map(({ code }) => code)
    must(mustBeSound(checkTree(tree, before.tree, await usedCodes(ctx.db), categories)))
    const version = before.version + 1
    const body = JSON.stringify(tree)
    await insertTree(ctx.db, { version, savedAt: ctx.now, savedBy: ctx.actor.id, reason, body })
    return { version }
  },

  /** S2-51..57: one root cause for each case, with words of its own; a better finding takes the place of an earlier one. */
  choose: async (ctx, { caseId, code, text, expectedSeq }) => {
    const file = await openFile(ctx, caseId)
    expectSeq(file, expectedSeq)
    await keepShipped(ctx.db, ctx.now)
    const { version, tree } = await currentTree(ctx.db)
    const { row } = file
    must(canChoose(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }, code, tree))
    const before = await causeOf(ctx.db, caseId)
    const { kind, receivedAt } = row
    await saveCause(ctx.db, {
      caseId,
      code,
      version,
      text,
      chosenAt: ctx.now,
      chosenBy: ctx.actor.id,
      kind,
      receivedAt,
    })
    const data = { code, version, text, before: before?.code ?? null }
    await record(ctx, file, { kind: 'cause', recorded: { cause: code, causeText: text }, data })
    ctx.note({ before: { code: before?.code ?? null } })
    return { code, version }
  },

  of: async (ctx, { caseId }) => {
    const row = await openRow(ctx, caseId)
    const chosen = await causeOf(ctx.db, caseId)
    const { tree } = await currentTree(ctx.db)
    const viewer = viewerOf(ctx)
    const isOwners = viewer.role !== 'agent' || row.ownerId === null || row.ownerId === viewer.id
    return {
      chosen: chosen ?? null,
      suggested: suggestedFor(row.category, tree),
      solutions: chosen ? solutionsFor(chosen.code, tree).map(({ id }) => id) : [],
      mayChoose: row.isOpen === 1 && isOwners,
    }
  },

  /** S2-59: a prepared solution with what the case knows filled in. */
  solution: async (ctx, { caseId, solutionId, language }) => {
    const file = await openFile(ctx, caseId)
    const { tree } = await currentTree(ctx.db)
    const template = found(
      tree.solutions.find(({ id, isRetired }) => id === solutionId && !isRetired),
      'solution',
    )
    const side = sideOf(language)
    return fillSolution(template.text[side], await valuesOf(ctx, file, side))
  },

  counts: async ({ db }, period) => {
    const own = await countCauses(db, period)
    const { tree } = await currentTree(db)
    const found = [...own.values()].reduce((sum, count) => sum + count, 0)
    const all = await countCases(db, period)
    return { counts: countsOf(own, tree), found, without: Math.max(0, all - found) }
  },
}

async function valuesOf(ctx: Ctx, { row, recorded }: CaseFile, side: 'zh' | 'en'): Promise<SolutionValues> {
  const chosen = await causeOf(ctx.db, row.id)
  const matter = await categoryName(ctx.db, row.category)
  return {
    customer: row.contactName,
    number: row.number,
    matter: matter[side],
    flight: row.flightNo ?? '',
    day: row.flightDay ?? '',
    route: row.route ?? '',
    cause: chosen?.text ?? '',
    expected: typeof recorded.expectedAt === 'number' ? clockText(recorded.expectedAt) : '',
    agent: ctx.actor.name,
    today: dayAt(DESK_ZONE, ctx.now),
  }
}

function clockText(at: number): string {
  const minute = minuteAt(DESK_ZONE, at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${dayAt(DESK_ZONE, at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
