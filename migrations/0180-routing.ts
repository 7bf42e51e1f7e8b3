import {
  column,
  flag,
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
} from '../src/main/store/schema.ts'

export const routing: Migration = {
  version: 180,
  name: 'routing',
  steps: [
    /** The words by which matters are classed, each version for good; the shipped one is written down with the first change. */
    table('classRuleSets', {
      version: integer({ primary: true }),
      savedAt: instant(),
      savedBy: text({ nullable: true, references: 'users' }),
      reason: text(),
      body: text(),
    }),
    index('classRuleSets', 'savedBy'),
    /** What was learned from settled cases, the newest in use. */
    table('classModels', { id: key(), at: instant(), cases: integer({ min: 0 }), body: text() }),
    index('classModels', 'at'),
    /** What was proposed for a case and why, and which class it was given in the end. */
    table('classings', {
      caseId: text({ primary: true, references: 'cases' }),
      at: instant(),
      /** Version of the words. */
      version: integer({ min: 1 }),
      proposed: text({ nullable: true }),
      learned: text({ nullable: true }),
      category: text(),
      correctedAt: instant({ nullable: true }),
      correctedBy: text({ nullable: true, references: 'users' }),
      body: text(),
    }),
    index('classings', 'at'),
    index('classings', 'correctedBy'),
    /** Where a person works, when, and how much they take at once. */
    table('handlerProfiles', {
      userId: text({ primary: true, references: 'users' }),
      department: text({ nullable: true }),
      maxOpen: integer({ min: 1 }),
      presence: oneOf(['present', 'away']),
      presenceUntil: instant({ nullable: true }),
      /** Days of the week, 1 Monday to 7 Sunday, and minutes of the day. */
      shiftDays: text(),
      shiftFrom: integer({ min: 0 }),
      shiftTo: integer({ min: 0 }),
      updatedAt: instant(),
    }),
    index('handlerProfiles', 'department'),
    table('skills', {
      id: key(),
      userId: text({ references: 'users' }),
      kind: oneOf(['complaints', 'complex', 'language', 'category']),
      code: text(),
      validUntil: text({ nullable: true }),
      /** Which training or test it rests on. */
      evidence: text(),
      grantedAt: instant(),
      grantedBy: text(),
      revokedAt: instant({ nullable: true }),
      revokedBy: text({ nullable: true }),
      revokeReason: text({ nullable: true }),
    }),
    index('skills', 'userId', 'revokedAt'),
    index('skills', 'kind', 'revokedAt'),
    /** Every decision about whose case it is, with everybody who was weighed. */
    table('routings', {
      id: key(),
      caseId: text({ references: 'cases' }),
      /** The newest entry of the case on which it was decided. */
      seq: integer({ min: 1 }),
      at: instant(),
      cause: oneOf(['opened', 'corrected', 'asked', 'swept']),
      outcome: oneOf(['assigned', 'kept', 'nobody']),
      fromId: text({ nullable: true }),
      toId: text({ nullable: true }),
      department: text(),
      isComplex: flag(),
      /** When a case for which nobody was found came into somebody's hands. */
      settledAt: instant({ nullable: true }),
      body: text(),
    }),
    index('routings', 'caseId', 'seq'),
    index('routings', 'outcome', 'settledAt', 'at'),
    /** Who was told that they must act or answer, and when they read it. */
    table('caseNotices', {
      id: key(),
      caseId: text({ references: 'cases' }),
      kind: oneOf(['responsible', 'assigned', 'repeat', 'major']),
      department: text({ nullable: true }),
      personId: text({ nullable: true, references: 'users' }),
      /** The complaint that this one repeats. */
      earlierId: text({ nullable: true, references: 'cases' }),
      text: text(),
      at: instant(),
      byId: text(),
      seenAt: instant({ nullable: true }),
      seenBy: text({ nullable: true }),
      answer: text({ nullable: true }),
      answeredAt: instant({ nullable: true }),
    }),
    index('caseNotices', 'caseId', 'kind'),
    index('caseNotices', 'personId', 'seenAt'),
    index('caseNotices', 'department', 'seenAt'),
    index('caseNotices', 'earlierId'),
    /** A promise of a later version; `kind` then holds the nearest of the first ones, which its own check knows. */
    column('clocks', 'promise', oneOf(['preliminary'], { nullable: true })),
  ],
}
