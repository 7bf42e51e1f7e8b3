import { bytes, index, instant, integer, key, type Migration, table, text } from '../src/main/store/schema.ts'

export const evidence: Migration = {
  version: 110,
  name: 'evidence',
  steps: [
    table('evidence', {
      id: key(),
      caseId: text({ references: 'cases' }),
      name: text(),
      kind: text(),
      size: integer({ min: 1 }),
      /** Over the content as it was chosen, before it was sealed. */
      sha256: text(),
      note: text(),
      addedAt: instant(),
      addedBy: text({ references: 'users' }),
      /** The file's own key, wrapped by a key that comes from the store's data key, bound to all of the above. */
      sealedKey: text(),
      chunks: integer({ min: 1 }),
      withdrawnAt: instant({ nullable: true }),
      withdrawnBy: text({ nullable: true, references: 'users' }),
      withdrawReason: text({ nullable: true }),
    }),
    index('evidence', 'caseId', 'addedAt'),
    table('evidenceChunks', { evidenceId: text({ references: 'evidence' }), seq: integer({ min: 0 }), body: bytes() }, [
      'evidenceId',
      'seq',
    ]),
  ],
}
