import { flag, index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const queue: Migration = {
  version: 290,
  name: 'queue',
  steps: [
    table('savedViews', {
      id: key(),
      ownerId: text({ references: 'users' }),
      name: text(),
      isShared: flag(),
      /** Filter, order and grouping as JSON. */
      query: text(),
      /** Alt with this digit opens it. */
      digit: integer({ nullable: true, min: 1 }),
      createdAt: instant(),
      updatedAt: instant(),
      /** Deleted, and kept so that it can be taken back. */
      deletedAt: instant({ nullable: true }),
    }),
    index('savedViews', 'ownerId', 'deletedAt'),
    index('savedViews', 'isShared', 'deletedAt'),
    table('bulkRuns', {
      id: key(),
      at: instant(),
      actorId: text({ references: 'users' }),
      act: text(),
      undoneAt: instant({ nullable: true }),
    }),
    index('bulkRuns', 'actorId', 'at'),
    table(
      'bulkItems',
      {
        runId: text({ references: 'bulkRuns' }),
        caseId: text({ references: 'cases' }),
        outcome: oneOf(['done', 'refused']),
        /** The failure as JSON for a refused case. */
        failure: text({ nullable: true }),
        /** What the case ended with after the act; it can be taken back as long as it still does. */
        seq: integer({ min: 0 }),
        before: text(),
        followUpId: text({ nullable: true, references: 'followUps' }),
        undone: oneOf(['done', 'refused'], { nullable: true }),
      },
      ['runId', 'caseId'],
    ),
    index('bulkItems', 'caseId'),
    index('bulkItems', 'followUpId'),
    table(
      'caseReads',
      {
        userId: text({ references: 'users' }),
        caseId: text({ references: 'cases' }),
        /** The newest entry of the case's log that the person has had on the screen. */
        seq: integer({ min: 0 }),
        at: instant(),
      },
      ['userId', 'caseId'],
    ),
    index('caseReads', 'caseId'),
    table(
      'mentions',
      {
        userId: text({ references: 'users' }),
        caseId: text({ references: 'cases' }),
        seq: integer({ min: 1 }),
        at: instant(),
        byId: text({ references: 'users' }),
        seenAt: instant({ nullable: true }),
      },
      ['userId', 'caseId', 'seq'],
    ),
    index('mentions', 'userId', 'seenAt', 'at'),
    index('mentions', 'caseId'),
    index('mentions', 'byId'),
    table('caseOpenings', {
      /** The window that shows the case; it shows one at a time. */
      window: key(),
      caseId: text({ references: 'cases' }),
      userId: text({ references: 'users' }),
      openedAt: instant(),
      /** The last sign of life; two of them missed and the window counts as gone. */
      beatAt: instant(),
    }),
    index('caseOpenings', 'caseId', 'beatAt'),
    index('caseOpenings', 'userId'),
    table('caseSearch', {
      caseId: text({ primary: true, references: 'cases' }),
      /** Stands for the case in the words; rises with the time of registration, so that newer cases are found first. */
      place: integer({ unique: true, min: 1 }),
    }),
    table('caseWords', { word: text(), place: integer({ min: 1 }) }, ['word', 'place']),
  ],
}
