import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const patterns: Migration = {
  version: 140,
  name: 'patterns',
  steps: [
    table('patternAlerts', {
      id: key(),
      dimension: oneOf(['category', 'flight', 'route', 'station', 'department', 'agent']),
      value: text(),
      state: oneOf(['open', 'acknowledged', 'closed']),
      raisedAt: instant(),
      windowFrom: instant(),
      /** The end of the newest window in which it stood out. */
      windowTo: instant(),
      count: integer({ min: 1 }),
      limit: integer({ min: 0 }),
      /** The numbers behind the limit, as the window shows them. */
      body: text(),
      ownerId: text({ nullable: true, references: 'users' }),
      acknowledgedAt: instant({ nullable: true }),
      acknowledgedBy: text({ nullable: true, references: 'users' }),
      finding: text({ nullable: true }),
      foundAt: instant({ nullable: true }),
      foundBy: text({ nullable: true, references: 'users' }),
      closedAt: instant({ nullable: true }),
      closedBy: text({ nullable: true, references: 'users' }),
      outcome: oneOf(['solved', 'chance', 'known'], { nullable: true }),
      closing: text({ nullable: true }),
    }),
    index('patternAlerts', 'state', 'raisedAt'),
    index('patternAlerts', 'dimension', 'value', 'windowTo'),
    table('patternRuns', {
      id: key(),
      at: instant(),
      actorId: text(),
      cases: integer({ min: 0 }),
      raised: integer({ min: 0 }),
    }),
    index('patternRuns', 'at'),
  ],
}
