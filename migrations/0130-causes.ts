import { index, instant, integer, type Migration, table, text } from '../src/main/store/schema.ts'

export const causes: Migration = {
  version: 130,
  name: 'causes',
  steps: [
    table(
      'causeTrees',
      {
        version: integer({ min: 1 }),
        savedAt: instant(),
        /** Null for the tree that came with the product. */
        savedBy: text({ nullable: true, references: 'users' }),
        reason: text(),
        body: text(),
      },
      ['version'],
    ),
    table(
      'caseCauses',
      {
        caseId: text({ references: 'cases' }),
        code: text(),
        version: integer({ min: 1 }),
        text: text(),
        chosenAt: instant(),
        chosenBy: text({ references: 'users' }),
        /** Of the case, so that causes are counted over a period without reading cases. */
        kind: text(),
        receivedAt: instant(),
      },
      ['caseId'],
    ),
    index('caseCauses', 'kind', 'receivedAt', 'code'),
    index('caseCauses', 'code'),
  ],
}
