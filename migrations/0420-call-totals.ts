import { integer, type Migration, table, text } from '../src/main/store/schema.ts'

const sum = () => integer({ default: 0 })

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
        calls: sum(),
        answered: sum(),
        abandoned: sum(),
        waitMs: sum(),
        talkMs: sum(),
        handleMs: sum(),
        within10: sum(),
        within20: sum(),
        within30: sum(),
        /** Incoming calls with a verdict on their rings, and those of them answered in time (S3-47). */
        judged: sum(),
        inTime: sum(),
        /** Calls with points for the service as a whole, and the points. */
        rated: sum(),
        points: sum(),
      },
      ['period', 'agentId'],
    ),
  ],
}
