import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

const PROFILES = ['archive', 'customer', 'regulator', 'partner', 'court']

export const exportCopies: Migration = {
  version: 370,
  name: 'export-copies',
  steps: [
    table('exportRequests', {
      id: key(),
      /** What was asked for, as JSON, and its hash, by which the export that follows is recognised. */
      scope: text(),
      scopeKey: text(),
      scopeLabel: text(),
      profile: oneOf(PROFILES),
      recipient: text(),
      purpose: text(),
      rows: integer({ min: 0 }),
      reasons: text(),
      state: oneOf(['asked', 'approved', 'refused', 'used']),
      askedAt: instant(),
      askedBy: text({ references: 'users' }),
      decidedAt: instant({ nullable: true }),
      decidedBy: text({ nullable: true, references: 'users' }),
      decisionNote: text({ nullable: true }),
    }),
    index('exportRequests', 'askedAt'),
    index('exportRequests', 'state', 'askedAt'),
    index('exportRequests', 'askedBy'),
    index('exportRequests', 'decidedBy'),
    /** What was agreed with who holds the copy; one row for each bundle in the register of exports. */
    table('exportCopies', {
      exportId: text({ primary: true, references: 'exports' }),
      scopeKind: oneOf(['member', 'case', 'period', 'members']),
      scopeLabel: text(),
      profile: oneOf(PROFILES),
      recipient: text(),
      heldBack: integer({ min: 0 }),
      encryption: oneOf(['none', 'passphrase', 'recipients']),
      requestId: text({ nullable: true, references: 'exportRequests' }),
      /** The last day on which the recipient may have the copy. */
      destroyBy: text({ nullable: true }),
      destroyedOn: text({ nullable: true }),
      destroyedNote: text({ nullable: true }),
      confirmedAt: instant({ nullable: true }),
      confirmedBy: text({ nullable: true, references: 'users' }),
    }),
    index('exportCopies', 'destroyedOn', 'destroyBy'),
    index('exportCopies', 'requestId'),
    index('exportCopies', 'confirmedBy'),
  ],
}
