import { flag, index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const calls: Migration = {
  version: 60,
  name: 'calls',
  steps: [
    table('calls', {
      id: key(),
      number: text({ unique: true }),
      direction: oneOf(['inbound', 'outbound']),
      state: oneOf(['ringing', 'talking', 'held', 'wrapUp', 'done', 'missed', 'abandoned']),
      memberId: text({ nullable: true, references: 'members' }),
      /** As a number is compared: +8613812345678, or digits only; empty when the caller hides it. */
      phone: text(),
      callerName: text({ nullable: true }),
      agentId: text({ nullable: true, references: 'users' }),
      startedAt: instant(),
      answeredAt: instant({ nullable: true }),
      endedAt: instant({ nullable: true }),
      wrapUpEndedAt: instant({ nullable: true }),
      heldSince: instant({ nullable: true }),
      rings: integer({ min: 0 }),
      waitMs: integer({ min: 0 }),
      talkMs: integer({ min: 0 }),
      holdMs: integer({ min: 0 }),
      wrapUpMs: integer({ min: 0 }),
      /** The limit that counted when the call was answered, and the verdict: both stay when the settings change (S3-47). */
      maxRings: integer({ nullable: true, min: 1 }),
      isInTime: flag({ nullable: true }),
      greeting: text({ nullable: true }),
      question: text(),
      process: text(),
      result: text(),
      resultCode: text({ nullable: true }),
      /** The unanswered call that this one returns. */
      callBackOf: text({ nullable: true, references: 'calls' }),
    }),
    index('calls', 'memberId', 'startedAt', 'id'),
    index('calls', 'agentId', 'startedAt', 'id'),
    index('calls', 'agentId', 'state'),
    index('calls', 'startedAt', 'id'),
    index('calls', 'state', 'startedAt', 'id'),
    table(
      'callEvents',
      {
        callId: text({ references: 'calls' }),
        seq: integer({ min: 1 }),
        at: instant(),
        actorId: text(),
        kind: text(),
        data: text(),
      },
      ['callId', 'seq'],
    ),
    table(
      'drafts',
      { userId: text({ references: 'users' }), kind: text(), subject: text(), body: text(), savedAt: instant() },
      ['userId', 'kind', 'subject'],
    ),
  ],
}
