import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const policyVersions: Migration = {
  version: 150,
  name: 'policyVersions',
  steps: [
    /** Versions on their way: what was approved stands in `policies` besides, and is never changed there. */
    table('policyVersions', {
      id: key(),
      kind: text(),
      pack: text(),
      version: integer({ min: 1 }),
      state: oneOf(['draft', 'submitted', 'rejected', 'approved', 'withdrawn']),
      effectiveFrom: text(),
      basedOn: text({ nullable: true }),
      authorId: text({ references: 'users' }),
      createdAt: instant(),
      updatedAt: instant(),
      body: text(),
    }),
    index('policyVersions', 'kind', 'version'),
    table(
      'policyDeeds',
      {
        policyId: text({ references: 'policyVersions' }),
        seq: integer({ min: 1 }),
        at: instant(),
        actorId: text(),
        deed: text(),
        reason: text(),
      },
      ['policyId', 'seq'],
    ),
    /** Every state of a calendar that was ever in use, so that a due time can be worked out as it was then. */
    table(
      'calendarVersions',
      {
        calendarId: text(),
        version: integer({ min: 1 }),
        at: instant(),
        actorId: text(),
        deed: text(),
        reason: text(),
        source: text(),
        body: text(),
      },
      ['calendarId', 'version'],
    ),
    index('calendarVersions', 'calendarId', 'at'),
  ],
}
