import { column, index, instant, integer, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

const reach = () => oneOf(['all', 'team', 'assigned'])

export const memberScopes: Migration = {
  version: 500,
  name: 'memberScopes',
  steps: [
    /** Who reads which members, by role; the newest version holds, the older ones stay on record. */
    table('memberScopes', {
      version: integer({ primary: true, min: 1 }),
      agents: reach(),
      leads: reach(),
      managers: reach(),
      callDays: integer({ min: 1 }),
      reason: text(),
      setAt: instant(),
      setBy: text({ references: 'users' }),
    }),
    index('memberScopes', 'setBy'),
    /** The one member whose file was opened in an emergency. */
    column('authorisations', 'memberId', text({ nullable: true, references: 'members' })),
    index('authorisations', 'memberId'),
  ],
}
