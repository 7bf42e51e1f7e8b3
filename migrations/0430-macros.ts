import { flag, index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const macros: Migration = {
  version: 430,
  name: 'macros',
  steps: [
    /** A macro is never deleted: its runs and the audit log name it. */
    table('macros', {
      id: key(),
      scope: oneOf(['own', 'team']),
      ownerId: text({ references: 'users' }),
      name: text(),
      /** The version in use. */
      version: integer({ min: 1 }),
      isArchived: flag(),
      createdAt: instant(),
      updatedAt: instant(),
      uses: integer({ min: 0 }),
      undone: integer({ min: 0 }),
      lastUsedAt: instant({ nullable: true }),
    }),
    index('macros', 'ownerId', 'isArchived'),
    index('macros', 'scope', 'isArchived'),
    table(
      'macroVersions',
      {
        macroId: text({ references: 'macros' }),
        version: integer({ min: 1 }),
        name: text(),
        /** For which cases it is offered first, and what it does, as JSON. */
        conditions: text(),
        steps: text(),
        at: instant(),
        byId: text({ references: 'users' }),
      },
      ['macroId', 'version'],
    ),
    index('macroVersions', 'byId'),
    table('macroRuns', {
      id: key(),
      macroId: text({ references: 'macros' }),
      version: integer({ min: 1 }),
      caseId: text({ references: 'cases' }),
      userId: text({ references: 'users' }),
      at: instant(),
      /** What the case ended with; it can be taken back as long as it still does. */
      seq: integer({ min: 1 }),
      /** What each step changed, by codes and ids alone, as JSON. */
      parts: text(),
      undoneAt: instant({ nullable: true }),
    }),
    index('macroRuns', 'macroId', 'at'),
    index('macroRuns', 'caseId'),
    index('macroRuns', 'userId', 'at'),
  ],
}
