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

export const reports: Migration = {
  version: 220,
  name: 'reports',
  steps: [
    table('issuedReports', {
      id: key(),
      number: text({ unique: true }),
      kind: oneOf(['day', 'week', 'month', 'quarter', 'year']),
      period: text(),
      version: integer({ min: 1 }),
      issuedAt: instant(),
      issuedBy: text({ references: 'users' }),
      note: text(),
      sha256: text(),
      /** The report as it was handed out; never changed. */
      body: text(),
    }),
    uniqueIndex('issuedReports', 'kind', 'period', 'version'),
    index('issuedReports', 'issuedAt'),
    index('issuedReports', 'issuedBy'),
    // Who came and who left in a period (S1-70), without a walk through all members.
    index('members', 'leftOn'),
    index('members', 'enrolledOn'),
  ],
}
