import { instant, integer, key, type Migration, oneOf, table, text, uniqueIndex } from '../src/main/store/schema.ts'

export const backups: Migration = {
  version: 480,
  name: 'backups',
  steps: [
    /** Backups that the desk made by its plan, in the order of their making; one that gave way stays on record. */
    table('backups', {
      id: key(),
      seq: integer({ min: 1 }),
      at: instant(),
      folder: text(),
      fileName: text(),
      bytes: integer({ min: 0 }),
      sha256: text(),
      entries: integer({ min: 0 }),
      tookMs: integer({ min: 0 }),
      outcome: oneOf(['done', 'failed']),
      fault: text({ nullable: true }),
      /** A person's id, or `system`. */
      madeBy: text(),
      removedAt: instant({ nullable: true }),
    }),
    uniqueIndex('backups', 'seq'),
  ],
}
