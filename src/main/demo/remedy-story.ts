import { DAY, HOUR, MINUTE } from '../../shared/time.ts'
import type { Told } from './case-opening.ts'
import { after, isLeft, phrase, take } from './case-steps.ts'
import type { Colleague } from './office.ts'
import type { ComplaintTexts } from './phrases.ts'
import type { Random } from './random.ts'
import { nextInOffice } from './rota.ts'
import type { Story } from './timeline.ts'
import type { World } from './world.ts'

/** A grave complaint needs a finding of liability and an approved plan before its customer is answered. */
export function isGrave({ idea }: Told): boolean {
  return idea.kind === 'complaint' && idea.severity !== 'general'
}

/** What stands between the investigation of a grave complaint and its reply: facts, liability, plan, approval, execution. */
export async function* remedy(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const isFirst = told.state.lastSeq > 0 && !told.hasFinding
  if (isFirst) {
    yield* findLiability(world, random, told, texts)
    if (isLeft(told)) return
  }
  yield* carryOutPlan(world, random, told, texts)
}

async function* findLiability(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const { office } = world
  const { id, owner } = told
  const turn = after(world, random, told, [10 * MINUTE, 2 * HOUR])
  yield turn.at
  const lead = leadOf(world)
  const judged = { urgency: 'high', importance: 'high', direction: 'compensate' } as const
  told.state = await office.call(owner, 'cases.assess', { id, ...judged, expectedSeq: told.state.lastSeq })
  const causeText = phrase(told, random, texts.cause)
  const facts = `${told.content} 经核实情况属实。`
  await take(world, told, owner, 'toLiability', { facts, evidenceText: '通话录音、航班记录与现场说明', causeText })
  if (isLeft(told)) return
  const { lastSeq } = await office.call(owner, 'liability.draft', {
    ...{ id, matter: 'service', party: 'operator', grounds: ['serviceDefect'] },
    shares: [{ kind: 'department', department: 'airport', percent: 100 }],
    ...{ facts, basis: '公共航空运输旅客服务管理规定', evidence: '通话录音、航班记录与现场说明' },
    expectedSeq: told.state.lastSeq,
  })
  const submitted = await office.call(owner, 'liability.submit', { id, expectedSeq: lastSeq })
  note(told, submitted.lastSeq)
  yield nextInOffice(office.now() + random.between(10, 60) * MINUTE)
  const review = { id, isAgreed: true, note: '依据充分，同意认定', expectedSeq: told.state.lastSeq }
  note(told, (await office.call(lead, 'liability.review', review)).lastSeq)
  const next = after(world, random, told, [10 * MINUTE, 3 * HOUR])
  yield next.at
  const said = { opinion: 'agrees', text: '客户认可责任说明', channel: 'phone' } as const
  note(told, (await office.call(owner, 'liability.opinion', { id, ...said, expectedSeq: told.state.lastSeq })).lastSeq)
  note(told, (await office.call(owner, 'liability.finish', { id, expectedSeq: told.state.lastSeq })).lastSeq)
  told.hasFinding = true
}

async function* carryOutPlan(world: World, random: Random, told: Told, texts: ComplaintTexts): Story {
  const { office } = world
  const { id, owner } = told
  await take(world, told, owner, 'toPlan')
  if (isLeft(told)) return
  const drafted = await office.call(owner, 'plans.draft', {
    ...{ id, cause: phrase(told, random, texts.cause), demand: phrase(told, random, texts.demand) },
    ...{ direction: '情况属实，按标准处理并致歉', measures: phrase(told, random, texts.measures) },
    ...{ deadlineAt: office.now() + 3 * DAY, department: 'airport', responsibleId: owner.id },
    ...{ communication: '电话告知客户进度，内部以协办单通报', amountFen: 0, miles: 0, milestones: [] },
    principles: { fair: true, timely: true, personal: true, lawful: true, cooperative: true },
    expectedSeq: told.state.lastSeq,
  })
  note(told, (await office.call(owner, 'plans.submit', { id, expectedSeq: drafted.lastSeq })).lastSeq, 'approval')
  if (isLeft(told)) return
  yield nextInOffice(office.now() + random.between(10, 90) * MINUTE)
  const decision = { id, isApproved: true, reason: '', expectedSeq: told.state.lastSeq }
  note(told, (await office.call(leadOf(world), 'plans.decide', decision)).lastSeq)
  const turn = after(world, random, told, [5 * MINUTE, HOUR])
  yield turn.at
  const started = await office.call(owner, 'plans.start', { id, expectedSeq: told.state.lastSeq })
  note(told, started.lastSeq, 'executing')
  if (isLeft(told)) return
  const end = after(world, random, told, [HOUR, 5 * HOUR])
  yield end.at
  const evidence = '已完成并留存凭证'
  note(told, (await office.call(owner, 'plans.finish', { id, evidence, expectedSeq: told.state.lastSeq })).lastSeq)
}

function note(told: Told, lastSeq: number, state = told.state.state): void {
  told.state = { ...told.state, lastSeq, state }
}

function leadOf({ office }: World): Colleague {
  return office.staff.leads[0] ?? office.staff.manager
}
