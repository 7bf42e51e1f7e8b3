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

/** Where a case or a call came from: the other system's own number for it, and what its rows said. */
const origin = (owner: 'caseId' | 'callId', target: 'cases' | 'calls') => ({
  system: text(),
  externalId: text(),
  [owner]: text({ references: target }),
  importId: text({ references: 'intakes' }),
  /** First row of the file that told of it. */
  row: integer({ min: 1 }),
  /** SHA-256 of what the rows said, so that the same file changes nothing the second time. */
  digest: text(),
})

export const intake: Migration = {
  version: 170,
  name: 'intake',
  steps: [
    /** Imports of cases and calls; those of members stand in `imports`. */
    table('intakes', {
      id: key(),
      kind: oneOf(['cases', 'calls']),
      at: instant(),
      actorId: text(),
      fileName: text(),
      fileSha256: text(),
      mapping: text(),
      read: integer({ min: 0 }),
      created: integer({ min: 0 }),
      updated: integer({ min: 0 }),
      unchanged: integer({ min: 0 }),
      rejected: integer({ min: 0 }),
    }),
    index('intakes', 'at'),
    table('importedCases', origin('caseId', 'cases'), ['system', 'externalId']),
    index('importedCases', 'caseId'),
    index('importedCases', 'importId', 'row'),
    table('importedCalls', origin('callId', 'calls'), ['system', 'externalId']),
    index('importedCalls', 'callId'),
    index('importedCalls', 'importId', 'row'),
    table('posts', {
      id: key(),
      platform: oneOf(['weibo', 'wechat', 'other']),
      /** Where the post can be read; none for what was written to the account in private. */
      link: text({ nullable: true }),
      author: text(),
      text: text(),
      postedAt: instant(),
      recordedAt: instant(),
      recordedBy: text({ references: 'users' }),
      memberId: text({ nullable: true, references: 'members' }),
      /** By when it had to be answered, by the limit of the day it was recorded. */
      dueAt: instant(),
      answer: text({ nullable: true }),
      answeredAt: instant({ nullable: true }),
      answeredBy: text({ nullable: true, references: 'users' }),
      caseId: text({ nullable: true, references: 'cases' }),
      convertedAt: instant({ nullable: true }),
      /** Why nothing is to be answered: praise, advertising, not about the airline. */
      dismissed: text({ nullable: true }),
      dismissedAt: instant({ nullable: true }),
    }),
    uniqueIndex('posts', 'link'),
    index('posts', 'answeredAt', 'dueAt'),
    index('posts', 'postedAt', 'id'),
    index('posts', 'memberId'),
    index('posts', 'caseId'),
    index('posts', 'recordedBy'),
    index('posts', 'answeredBy'),
    table('postLimits', {
      /** When it was set; the newest one holds. */
      at: instant({ primary: true }),
      minutes: integer({ min: 1 }),
      setBy: text({ references: 'users' }),
    }),
    index('postLimits', 'setBy'),
    table(
      'channelChecks',
      {
        day: text(),
        channel: text(),
        /** What the channel itself says it has received on that day. */
        received: integer({ min: 0 }),
        source: oneOf(['typed', 'file']),
        countedAt: instant(),
        countedBy: text({ references: 'users' }),
        /** How many were entered when the check was closed. */
        entered: integer({ min: 0, nullable: true }),
        explanation: text({ nullable: true }),
        closedAt: instant({ nullable: true }),
        closedBy: text({ nullable: true, references: 'users' }),
      },
      ['day', 'channel'],
    ),
    index('channelChecks', 'closedAt', 'day'),
    index('channelChecks', 'countedBy'),
    index('channelChecks', 'closedBy'),
    index('cases', 'channel', 'receivedAt', 'kind'),
  ],
}
