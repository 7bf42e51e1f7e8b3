import { column, index, instant, integer, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const whoWasTold: Migration = {
  version: 490,
  name: 'whoWasTold',
  steps: [
    /** The people of a group as it was told something; the id follows from who they are, so a group never changes. */
    table('toldGroups', { id: text(), userId: text({ references: 'users' }) }, ['id', 'userId']),
    index('toldGroups', 'userId'),
    /** Who was told, person by person; null for what was told before that was kept, when only the role is known. */
    column('clockSignals', 'toldGroup', text({ nullable: true })),
    /** A second role that was told besides. */
    column('clockSignals', 'alsoTells', oneOf(['owner', 'lead', 'manager'], { nullable: true })),
    /** When each person saw what they were told. */
    table(
      'seenSignals',
      {
        clockId: text({ references: 'clocks' }),
        percent: integer({ min: 1 }),
        reminder: integer({ min: 0 }),
        userId: text({ references: 'users' }),
        seenAt: instant(),
      },
      ['clockId', 'percent', 'reminder', 'userId'],
    ),
  ],
}
