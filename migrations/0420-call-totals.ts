import { integer, type Migration, table, text } from '../src/main/store/schema.ts'

export const callTotals: Migration = {
  version: 420,
  name: 'callTotals',
  steps: [
    /** What the calls of a person add up to in a day (2026-09-30) and in a month (2026-09), kept by every write of a call. */
    table(
      'callTotals',
      {
        period: text(),
        /** Empty for calls that nobody was given. */
        agentId: text(),
        calls: integer(),
        answered: integer(),
        abandoned: integer(),
        waitMs: integer(),
        talkMs: integer(),
        handleMs: integer(),
        within10: integer(),
        within20: integer(),
        within30: integer(),
        /** Incoming calls with a verdict on their rings, and those of them answered in time (S3-47). */
        judged: integer(),
        inTime: integer(),
        /** Calls with points for the service as a whole, and the points. */
        rated: integer(),
        points: integer(),
      },
      ['period', 'agentId'],
    ),
  ],
}
