import { found, must, refuse } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { CaseClassing } from '../../shared/routing/classing-contract.ts'
import { numbersOf } from '../../shared/targets/desk-numbers.ts'
import type { MemberTier } from '../../shared/tiers/model.ts'
import { type CaseRecord, expectSeq, namesOf, openFile, viewerOf } from '../cases/case-file.ts'
import { record } from '../cases/record.ts'
import { defaultsOf, mustOffer } from '../classes/offered.ts'
import type { Ctx, FeatureHandlers } from '../engine/handler.ts'
import { canWorkOn } from '../rules/case-hand.ts'
import { accuracyOf, countClass, newAccuracy } from '../rules/class-accuracy.ts'
import { type Lesson, learnClasses } from '../rules/class-learning.ts'
import { axesOf } from '../rules/classification.ts'
import { priorityOf } from '../rules/priority.ts'
import { classingsOf, findClassing, proposalFor, proposalIn, saveCorrection, wordsOf } from './classings.ts'
import { isRoutedByDesk, routeCase } from './decide.ts'
import { currentRules, insertModel, insertRules, keepShipped, listVersions, rulesOf } from './rule-sets.ts'

/** As many misses as somebody looks through. */
const MISSES = 200

export const classing: FeatureHandlers<'classing'> = {
  rules: async ({ db }, { version }) =>
    version === undefined ? currentRules(db) : found(await rulesOf(db, version), 'classRules'),

  versions: async ({ db }) => listVersions(db),

  saveRules: async (ctx, { rules, basedOn, reason }) => {
    const { db, now, actor } = ctx
    const { version } = await currentRules(db)
    if (version !== basedOn) refuse('class-rules-changed', { version })
    await keepShipped(db, now)
    await insertRules(db, {
      version: version + 1,
      savedAt: now,
      savedBy: actor.id,
      reason,
      body: JSON.stringify(rules),
    })
    ctx.note({ before: { version } })
    return { version: version + 1 }
  },

  propose: async ({ db }, { text }) => proposalFor(db, text),

  show: async (ctx, { id }) => toView(ctx, (await openFile(ctx, id)).row),

  // S5-13 S5-14: a corrected class brings its own department and place in the queue; promises given stand.
  correct: async (ctx, { id, category, severity: other, reason, expectedSeq }) => {
    const file = await openFile(ctx, id)
    expectSeq(file, expectedSeq)
    const { row } = file
    must(canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }))
    const severity = other ?? row.severity
    if (category === row.category && severity === row.severity) refuse('class-same')
    await mustOffer(ctx.db, { category })
    const axes = axesOf({ category, severity }, await defaultsOf(ctx.db, category))
    const { priorities } = numbersOf(file.targets)
    const { priority } = priorityOf({ ...axes, tier: row.tierAtOpening as MemberTier }, priorities)
    const before = { category: row.category, severity: row.severity, department: row.department }
    const after = { category, severity, department: axes.department }
    ctx.note({ before })
    const saved = await record(ctx, file, {
      kind: 'classed',
      data: { before, after, reason },
      row: { ...axes, priority },
    })
    await saveCorrection(ctx.db, id, { category, correctedAt: ctx.now, correctedBy: ctx.actor.id })
    const { row: last } = (await isRoutedByDesk(ctx.db, saved.row)) ? await routeCase(ctx, saved, 'corrected') : saved
    return toView(ctx, last)
  },

  accuracy: async (ctx, { from, to }) => {
    const tally = newAccuracy()
    const misses = []
    for await (const page of classingsOf(ctx.db, from, to)) {
      ctx.signal.throwIfAborted()
      for (const row of page) {
        if (!countClass(tally, row) || misses.length >= MISSES) continue
        const { byWords } = proposalIn(row)
        const words = byWords.scores.find((one) => one.category === row.proposed)?.words ?? []
        const { number, title, proposed, category, at } = row
        misses.push({ caseId: row.caseId as CaseId, number, title, proposed, category, words, at })
      }
      ctx.progress(tally.cases, null)
    }
    return { ...accuracyOf(tally), misses }
  },

  learn: async (ctx) => {
    const lessons: Lesson[] = []
    for await (const page of classingsOf(ctx.db, 0, Number.MAX_SAFE_INTEGER)) {
      ctx.signal.throwIfAborted()
      lessons.push(...page.map((row) => ({ text: wordsOf(row), category: row.category })))
    }
    const model = learnClasses(lessons)
    ctx.note({ cases: lessons.length })
    if (!model) return refuse('class-too-few', { cases: lessons.length })
    await insertModel(ctx.db, { id: ctx.newId(), at: ctx.now, cases: model.cases, body: JSON.stringify(model) })
    return { cases: model.cases, classes: model.classes.length, at: ctx.now }
  },
}

async function toView(ctx: Ctx, row: CaseRecord): Promise<CaseClassing> {
  const kept = await findClassing(ctx.db, row.id)
  const names = await namesOf(ctx.db, [kept?.correctedBy ?? null])
  return {
    caseId: row.id as CaseId,
    lastSeq: row.lastSeq,
    category: row.category,
    proposal: kept ? proposalIn(kept) : null,
    correctedAt: kept?.correctedAt ?? null,
    correctedByName: kept?.correctedBy ? (names.get(kept.correctedBy) ?? '') : null,
    mayCorrect: canWorkOn(viewerOf(ctx), { ownerId: row.ownerId, isOpen: row.isOpen === 1 }).allowed,
  }
}
