import { by, index, instant, integer, key, type Migration, table, text } from '../src/main/store/schema.ts'

export const clockJumps: Migration = {
  version: 540,
  name: 'clockJumps',
  steps: [
    /** Moves of a computer's clock: what it would have shown, what it showed, and who was at the desk. */
    table('clockJumps', {
      id: key(),
      truthAt: instant(),
      shownAt: instant(),
      /** Milliseconds ahead; back where negative. */
      byMs: integer(),
      userId: by(),
      recordedAt: instant(),
    }),
    index('clockJumps', 'userId'),
    /** Who has acknowledged them. */
    table('clockJumpsSeen', { jumpId: text({ references: 'clockJumps' }), userId: by(), seenAt: instant() }, [
      'userId',
      'jumpId',
    ]),
    index('clockJumpsSeen', 'jumpId'),
  ],
}
