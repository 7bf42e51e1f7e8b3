import { index, instant, integer, key, type Migration, oneOf, text, widened } from '../src/main/store/schema.ts'

export const supplierPatterns: Migration = {
  version: 560,
  name: 'supplierPatterns',
  steps: [
    ...widened('patternAlerts', {
      id: key(),
      /** A supplier by its id besides what was counted before. */
      dimension: oneOf(['category', 'flight', 'route', 'station', 'department', 'agent', 'supplier']),
      value: text(),
      state: oneOf(['open', 'acknowledged', 'closed']),
      raisedAt: instant(),
      windowFrom: instant(),
      windowTo: instant(),
      count: integer({ min: 1 }),
      limit: integer({ min: 0 }),
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
  ],
}
