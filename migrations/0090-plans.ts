import {
  flag,
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
  uniqueIndex,
} from '../src/main/store/schema.ts'

const moment = () => instant({ nullable: true })
const words = () => text({ nullable: true })
const person = () => text({ nullable: true, references: 'users' })

export const plans: Migration = {
  version: 90,
  name: 'plans',
  steps: [
    table('plans', {
      id: key(),
      caseId: text({ references: 'cases' }),
      version: integer({ min: 1 }),
      status: oneOf(['draft', 'submitted', 'approved', 'returned', 'executing', 'executed', 'superseded']),
      cause: text(),
      demand: text(),
      direction: text(),
      measures: text(),
      deadlineAt: instant(),
      department: text(),
      responsibleId: text({ references: 'users' }),
      people: text(),
      communication: text(),
      amountFen: integer({ min: 0 }),
      miles: integer({ min: 0 }),
      /** The principles that were ticked, as JSON (S2-99). */
      principles: text(),
      reason: words(),
      /** Everybody who has worked on this version: none of them may decide about it (S2-108). */
      authorIds: text(),
      createdAt: instant(),
      submittedAt: moment(),
      decidedBy: person(),
      decidedAt: moment(),
      decision: words(),
      startedAt: moment(),
      startedBy: person(),
      executedAt: moment(),
      executedBy: person(),
      evidence: words(),
    }),
    uniqueIndex('plans', 'caseId', 'version'),
    index('plans', 'status', 'submittedAt', 'id'),
    table(
      'planMilestones',
      {
        planId: text({ references: 'plans' }),
        seq: integer({ min: 1 }),
        name: text(),
        dueAt: instant(),
        tellsCustomer: flag(),
        doneAt: moment(),
        doneBy: person(),
        doneText: words(),
      },
      ['planId', 'seq'],
    ),
  ],
}
