import { by, index, instant, key, type Migration, oneOf, text, uniqueIndex, widened } from '../src/main/store/schema.ts'

export const moreNotices: Migration = {
  version: 530,
  name: 'moreNotices',
  steps: [
    ...widened('deskNotices', {
      id: key(),
      userId: by(),
      kind: oneOf([
        ...['breach', 'warning', 'assigned', 'promise', 'todo'],
        ...['reminder', 'mention', 'handOver', 'callBack', 'read'],
      ]),
      source: text(),
      caseId: text({ nullable: true, references: 'cases' }),
      at: instant(),
      verdict: oneOf(['shown', 'quiet']),
      why: text(),
      readAt: instant({ nullable: true }),
    }),
    uniqueIndex('deskNotices', 'userId', 'source'),
    index('deskNotices', 'userId', 'readAt', 'at'),
    index('deskNotices', 'caseId'),
  ],
}
