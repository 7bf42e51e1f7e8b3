import { index, instant, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

const user = () => text({ references: 'users' })
const userOrNone = () => text({ nullable: true, references: 'users' })

export const exceptionalDays: Migration = {
  version: 400,
  name: 'exceptionalDays',
  steps: [
    /** Days on which a storm, a strike or an outage bends every figure: marked by one person, agreed to by another. */
    table('exceptionalDays', {
      id: key(),
      fromDay: text(),
      toDay: text(),
      kind: oneOf(['weather', 'system', 'strike', 'security', 'other']),
      reason: text(),
      state: oneOf(['proposed', 'approved', 'declined', 'withdrawn']),
      markedAt: instant(),
      markedBy: user(),
      decidedAt: instant({ nullable: true }),
      decidedBy: userOrNone(),
      decisionText: text(),
    }),
    index('exceptionalDays', 'fromDay'),
    index('exceptionalDays', 'state', 'fromDay'),
    index('exceptionalDays', 'markedBy'),
    index('exceptionalDays', 'decidedBy'),
    /** What figures on a company's complaints say about its travel policy, and what the company did with it (S5-62). */
    table('companyAdvices', {
      id: key(),
      companyId: text({ references: 'companies' }),
      /** The figures as they stood when the advice was given. */
      figures: text(),
      finding: text(),
      proposedRules: text(),
      state: oneOf(['told', 'adopted', 'declined']),
      toldAt: instant(),
      toldBy: user(),
      rulesBefore: text({ nullable: true }),
      answer: text(),
      answeredBy: text(),
      answeredAt: instant({ nullable: true }),
      recordedBy: userOrNone(),
    }),
    index('companyAdvices', 'companyId', 'toldAt'),
    index('companyAdvices', 'toldBy'),
    index('companyAdvices', 'recordedBy'),
  ],
}
