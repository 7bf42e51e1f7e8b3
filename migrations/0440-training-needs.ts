import { index, instant, key, type Migration, oneOf, table, text, uniqueIndex } from '../src/main/store/schema.ts'

export const trainingNeeds: Migration = {
  version: 440,
  name: 'trainingNeeds',
  steps: [
    /** What was proposed as training from exams, causes of complaints and low scores of a month, and what a lead made of it. */
    table('trainingNeeds', {
      id: key(),
      source: oneOf(['exam', 'cause', 'score']),
      /** The subject, the code of the cause, or the indicator. */
      subject: text(),
      month: text(),
      /** The people it concerns with their figures as they stood at the decision, as JSON. */
      people: text(),
      decision: oneOf(['accepted', 'declined']),
      trainingId: text({ nullable: true, references: 'trainings' }),
      reason: text(),
      decidedAt: instant(),
      decidedBy: text({ references: 'users' }),
    }),
    uniqueIndex('trainingNeeds', 'source', 'subject', 'month'),
    index('trainingNeeds', 'month'),
    index('trainingNeeds', 'trainingId'),
    index('trainingNeeds', 'decidedBy'),
    /** Each time a person came into the team of another lead; none for a person without one. */
    table('teamMoves', {
      id: key(),
      userId: text({ references: 'users' }),
      fromLeadId: text({ nullable: true, references: 'users' }),
      toLeadId: text({ nullable: true, references: 'users' }),
      at: instant(),
      by: text({ references: 'users' }),
    }),
    index('teamMoves', 'at'),
    index('teamMoves', 'userId'),
    index('teamMoves', 'fromLeadId'),
    index('teamMoves', 'toLeadId'),
    index('teamMoves', 'by'),
  ],
}
