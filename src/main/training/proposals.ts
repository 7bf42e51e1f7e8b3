import { z } from 'zod'
import type { Bilingual } from '../../shared/contract.ts'
import { found, refuse } from '../../shared/failure.ts'
import type { UserId } from '../../shared/ids.ts'
import { INDICATOR_TABLE } from '../../shared/scorecards/indicators.ts'
import { INDICATORS } from '../../shared/scorecards/words.ts'
import type { NeedProposal, NeedSource, SettledNeed } from '../../shared/training/needs.ts'
import { TOPIC_TABLE, TRAINING_TOPICS } from '../../shared/training/words.ts'
import { namesOf } from '../cases/case-file.ts'
import { currentTree } from '../causes/tree.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { isMoreBetter, meanOf, type PersonValue } from '../rules/training-proposals.ts'
import { afterwards } from './need-effect.ts'
import { proposedIn } from './need-figures.ts'
import { inviteNeeded, peopleOfNeed } from './need-people.ts'
import { insertNeed, type NeedRecord, needsOfMonth } from './need-queries.ts'
import { findTraining, trainingsByIds } from './queries.ts'

type NameOf = (source: NeedSource, subject: string) => Bilingual

/** S1-61 S3-79: what a month's records ask for as training, and what leads made of what was proposed. */
export const proposals: Handler<'training.proposals'> = async (ctx, { month }) => {
  const proposed = await proposedIn(ctx.db, month)
  const records = await needsOfMonth(ctx.db, month)
  const isOpen = ({ source, subject }: { source: string; subject: string }) =>
    !records.some((one) => one.source === source && one.subject === subject)
  const open = proposed.filter(isOpen)
  const names = await namesOf(
    ctx.db,
    open.flatMap(({ people }) => people.map(({ userId }) => userId)),
  )
  const nameOf = await namer(ctx)
  const shown: NeedProposal[] = open.map(({ people, ...one }) => ({
    ...one,
    name: nameOf(one.source, one.subject),
    people: people.map((person) => named(person, names)),
  }))
  return { month, proposals: shown, settled: await toSettled(ctx, records, nameOf) }
}

/** A lead confirms what was proposed, and the people are asked to the training; or says why there is none. */
export const settleNeed: Handler<'training.settleNeed'> = async (
  ctx,
  { source, subject, month, trainingId, reason },
) => {
  const known = (await needsOfMonth(ctx.db, month)).find((one) => one.source === source && one.subject === subject)
  if (known) refuse('need-settled')
  const proposed = (await proposedIn(ctx.db, month)).find((one) => one.source === source && one.subject === subject)
  const { people } = proposed ?? refuse('need-gone')
  if (trainingId === null && reason === '') refuse('need-reason')
  if (trainingId !== null) found(await findTraining(ctx.db, trainingId), 'training')
  const record: NeedRecord = {
    ...{ id: ctx.newId(), source, subject, month, people: JSON.stringify(people), trainingId, reason },
    ...{ decision: trainingId === null ? 'declined' : 'accepted', decidedAt: ctx.now, decidedBy: ctx.actor.id },
  }
  await insertNeed(ctx.db, record)
  if (trainingId !== null) await inviteNeeded(ctx, trainingId)
  const [settled] = await toSettled(ctx, [record], await namer(ctx))
  return found(settled, 'training')
}

const named = ({ userId, value }: PersonValue, names: ReadonlyMap<string, string>) => ({
  ...{ userId: userId as UserId, name: names.get(userId) ?? '', value },
})

/** How the subject of a need is called: of an exam the topic, of a cause its place in the tree, of a score the indicator. */
async function namer({ db }: Ctx): Promise<NameOf> {
  const { tree } = await currentTree(db)
  const causes = new Map(tree.nodes.map(({ code, name }) => [code, name]))
  return (source, subject) => {
    const same = { zh: subject, en: subject }
    if (source === 'cause') return causes.get(subject) ?? same
    const topic = TRAINING_TOPICS.find((one) => one === subject)
    if (source === 'exam') return topic ? { zh: TOPIC_TABLE[topic].zh, en: TOPIC_TABLE[topic].en } : same
    const indicator = z.enum(INDICATORS).safeParse(subject)
    return indicator.success ? INDICATOR_TABLE[indicator.data].name : same
  }
}

async function toSettled(ctx: Ctx, records: readonly NeedRecord[], nameOf: NameOf): Promise<SettledNeed[]> {
  const trainings = await trainingsByIds(
    ctx.db,
    records.flatMap(({ trainingId }) => trainingId ?? []),
  )
  const all = records.map((record) => ({ record, people: peopleOfNeed(record) }))
  const names = await namesOf(
    ctx.db,
    all.flatMap(({ record, people }) => [record.decidedBy, ...people.map(({ userId }) => userId)]),
  )
  const settled: SettledNeed[] = []
  for (const { record, people } of all) {
    const { id, source, subject, month, decision, trainingId, reason, decidedAt, decidedBy } = record
    const ids = people.map(({ userId }) => userId)
    const before = meanOf(source, people, ids)
    const { after, afterMonth } = await afterwards(ctx, record, ids)
    const gain = before === null || after === null ? null : after - before
    settled.push({
      ...{ id, source, subject, month, decision, trainingId, reason, decidedAt, before, after, afterMonth },
      name: nameOf(source, subject),
      trainingTitle: trainings.find((one) => one.id === trainingId)?.title ?? null,
      decidedByName: names.get(decidedBy) ?? '',
      people: people.map((person) => named(person, names)),
      isBetter: gain === null ? null : isMoreBetter(source) ? gain > 0 : gain < 0,
    })
  }
  return settled
}
