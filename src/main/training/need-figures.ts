import type { NeedSource } from '../../shared/training/needs.ts'
import { TRAINING_TOPICS } from '../../shared/training/words.ts'
import { currentTree } from '../causes/tree.ts'
import { addMonths } from '../rules/days.ts'
import { REPORT_ZONE } from '../rules/report-period.ts'
import { needsOf, percentsOf } from '../rules/training-needs.ts'
import {
  causesToTrain,
  complaintsByOwner,
  lowScoresOf,
  type PersonValue,
  type Proposal,
} from '../rules/training-proposals.ts'
import { momentOf } from '../rules/zone.ts'
import { publishedPoints } from '../scorecards/published.ts'
import type { Db } from '../store/types.ts'
import { causedComplaints } from './need-queries.ts'
import { answersOf } from './needs.ts'

const spanOf = (month: string) => ({
  from: momentOf(REPORT_ZONE, `${month}-01`, 0),
  to: momentOf(REPORT_ZONE, addMonths(`${month}-01`, 1), 0),
})

/** Everything that the records of a month propose as training. */
export async function proposedIn(db: Db, month: string): Promise<Proposal[]> {
  const exams = needsOf(await answersOf(db, month, month)).flatMap(({ topic: code, percent, weak }): Proposal[] => {
    const topic = TRAINING_TOPICS.find((one) => one === code)
    const people = weak.map((one) => ({ userId: one.userId, value: one.percent }))
    return topic ? [{ source: 'exam', subject: topic, topic, value: percent, people }] : []
  })
  const { tree } = await currentTree(db)
  const causes = causesToTrain(await causedComplaints(db, spanOf(month)), tree.nodes)
  return [...lowScoresOf(await publishedPoints(db, month)), ...causes, ...exams]
}

/** What each person has in a month: percent of an exam's points, complaints with a cause, or points of an indicator. */
export async function figuresIn(db: Db, source: NeedSource, subject: string, month: string): Promise<PersonValue[]> {
  switch (source) {
    case 'exam':
      return percentsOf((await answersOf(db, month, month)).filter(({ topic }) => topic === subject)).map(
        ({ userId, percent }) => ({ userId, value: percent }),
      )
    case 'score':
      return (await publishedPoints(db, month))
        .filter(({ indicator }) => indicator === subject)
        .map(({ userId, points }) => ({ userId, value: points }))
    case 'cause':
      return complaintsByOwner((await causedComplaints(db, spanOf(month))).filter(({ code }) => code === subject))
  }
}
