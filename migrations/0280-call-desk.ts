import { index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const callDesk: Migration = {
  version: 280,
  name: 'callDesk',
  steps: [
    /** Calls that wait for somebody: announced by the telephone system, or handed over by a colleague. */
    table('callWaits', {
      id: key(),
      source: oneOf(['link', 'transfer']),
      phone: text(),
      /** The telephone system's own name of the call. */
      externalId: text({ nullable: true }),
      /** When it began to ring, or was handed over. */
      startedAt: instant(),
      createdBy: text({ references: 'users' }),
      fromId: text({ nullable: true, references: 'calls' }),
      kind: oneOf(['warm', 'cold'], { nullable: true }),
      toUserId: text({ nullable: true, references: 'users' }),
      toDesk: text({ nullable: true }),
      note: text(),
      state: oneOf(['waiting', 'taken', 'abandoned', 'missed', 'withdrawn']),
      settledAt: instant({ nullable: true }),
      settledBy: text({ nullable: true, references: 'users' }),
      /** The call that it became. */
      callId: text({ nullable: true, references: 'calls' }),
    }),
    index('callWaits', 'state', 'startedAt'),
    index('callWaits', 'externalId', 'startedAt'),
    index('callWaits', 'fromId'),
    index('callWaits', 'callId'),
    index('callWaits', 'createdBy'),
    index('callWaits', 'toUserId'),
    index('callWaits', 'settledBy'),
    /** A colleague who was asked while the customer held. */
    table('callConsults', {
      id: key(),
      callId: text({ references: 'calls' }),
      askedId: text({ nullable: true, references: 'users' }),
      /** Who was asked, by name: a colleague, or somebody who has no account here. */
      asked: text(),
      question: text(),
      startedAt: instant(),
      endedAt: instant({ nullable: true }),
      answer: text(),
    }),
    index('callConsults', 'callId', 'startedAt'),
    index('callConsults', 'askedId'),
    /** How a call-back ended, and after how many tries. */
    table('callBackEnds', {
      followUpId: text({ primary: true, references: 'followUps' }),
      result: oneOf(['reached', 'otherWay', 'notNeeded', 'gaveUp']),
      tries: integer({ min: 0 }),
      at: instant(),
      actorId: text({ references: 'users' }),
    }),
    index('callBackEnds', 'actorId'),
    index('calls', 'callBackOf'),
  ],
}
