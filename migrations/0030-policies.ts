import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const policies: Migration = {
  version: 30,
  name: 'policies',
  steps: [
    table('policies', {
      id: key(),
      pack: text(),
      kind: oneOf(['tiers', 'targets', 'workflow', 'compensation']),
      version: integer({ min: 1 }),
      effectiveFrom: instant(),
      body: text(),
      createdAt: instant(),
      createdBy: text({ nullable: true }),
    }),
    index('policies', 'kind', 'effectiveFrom'),
    table('calendars', { id: key(), body: text(), updatedAt: instant() }),
  ],
}
