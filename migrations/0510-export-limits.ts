import {
  by,
  byLater,
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
} from '../src/main/store/schema.ts'

export const exportLimits: Migration = {
  version: 510,
  name: 'export-limits',
  steps: [
    /** From when on an export needs a second person, as it was proposed and decided; the newest approved one holds. */
    table('exportLimits', {
      id: key(),
      rows: integer({ min: 1 }),
      people: integer({ min: 1 }),
      reason: text(),
      state: oneOf(['asked', 'approved', 'refused']),
      askedAt: instant(),
      askedBy: by(),
      decidedAt: instant({ nullable: true }),
      decidedBy: byLater(),
      decisionNote: text({ nullable: true }),
    }),
    index('exportLimits', 'state', 'decidedAt'),
    index('exportLimits', 'askedBy'),
    index('exportLimits', 'decidedBy'),
  ],
}
