import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const audit: Migration = {
  version: 20,
  name: 'audit',
  steps: [
    table('audit', {
      seq: integer({ primary: true }),
      at: instant(),
      actorId: text(),
      call: text(),
      outcome: oneOf(['done', 'refused']),
      memberId: text({ nullable: true }),
      caseId: text({ nullable: true }),
      body: text(),
      hash: text(),
    }),
    index('audit', 'memberId', 'seq'),
    index('audit', 'caseId', 'seq'),
    index('audit', 'actorId', 'at'),
    index('audit', 'at'),
    table('checkpoints', {
      seq: integer({ primary: true, references: 'audit.seq' }),
      at: instant(),
      keyId: text(),
      note: text(),
      signature: text(),
    }),
    table('signingKeys', { id: key(), publicKey: text(), sealedSecret: text(), createdAt: instant() }),
    table('exports', {
      id: key(),
      at: instant(),
      actorId: text({ references: 'users' }),
      memberId: text({ nullable: true }),
      purpose: text(),
      requester: text(),
      fileName: text(),
      rows: integer({ min: 0 }),
      sha256: text(),
      head: text(),
    }),
    index('exports', 'at'),
  ],
}
