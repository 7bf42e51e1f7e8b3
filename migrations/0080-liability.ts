import {
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

export const liability: Migration = {
  version: 80,
  name: 'liability',
  steps: [
    table('liabilities', {
      id: key(),
      caseId: text({ references: 'cases' }),
      version: integer({ min: 1 }),
      status: oneOf(['draft', 'review', 'reviewed', 'final', 'superseded']),
      matter: oneOf(['service', 'technical', 'policy']),
      party: oneOf(['operator', 'customer', 'joint', 'none']),
      facts: text(),
      basis: text(),
      evidence: text(),
      /** Why the question does not arise, or why this version was begun. */
      reason: words(),
      /** Everybody who has worked on this version: none of them may review it (S2-88). */
      authorIds: text(),
      createdAt: instant(),
      submittedAt: moment(),
      reviewerId: person(),
      reviewedAt: moment(),
      reviewNote: words(),
      opinion: words(),
      opinionText: words(),
      opinionChannel: words(),
      opinionAt: moment(),
      finalAt: moment(),
      finalBy: person(),
      /** Month of the final finding in desk time, YYYY-MM. */
      month: words(),
    }),
    uniqueIndex('liabilities', 'caseId', 'version'),
    index('liabilities', 'status', 'finalAt', 'id'),
    index('liabilities', 'status', 'party', 'finalAt', 'id'),
    index('liabilities', 'status', 'submittedAt', 'id'),
    table(
      'liabilityShares',
      {
        liabilityId: text({ references: 'liabilities' }),
        seq: integer({ min: 1 }),
        kind: oneOf(['department', 'person', 'partner', 'customer']),
        department: words(),
        name: text(),
        percent: integer({ min: 1 }),
      },
      ['liabilityId', 'seq'],
    ),
    index('liabilityShares', 'department', 'liabilityId'),
    table('liabilityGrounds', { liabilityId: text({ references: 'liabilities' }), ground: text() }, [
      'liabilityId',
      'ground',
    ]),
    index('liabilityGrounds', 'ground', 'liabilityId'),
    table('liabilityMeasures', {
      id: key(),
      caseId: text({ references: 'cases' }),
      kind: oneOf(['accountability', 'customerAction', 'rectification', 'internalFeedback', 'externalFeedback']),
      text: text(),
      department: words(),
      person: text(),
      responsibleId: person(),
      dueAt: moment(),
      createdAt: instant(),
      createdBy: text({ references: 'users' }),
      doneAt: moment(),
      doneBy: person(),
      doneText: words(),
      verifiedAt: moment(),
      verifiedBy: person(),
      verifiedText: words(),
    }),
    index('liabilityMeasures', 'caseId', 'createdAt'),
    index('liabilityMeasures', 'kind', 'verifiedAt', 'dueAt', 'id'),
  ],
}
