import {
  index,
  instant,
  integer,
  key,
  type Migration,
  oneOf,
  table,
  text,
  uniqueIndex,
} from '../src/main/store/schema.ts'

export const unfinishedExports: Migration = {
  version: 460,
  name: 'unfinishedExports',
  steps: [
    /** Large exports that were begun and did not end: what was asked for, and where their finished parts wait. */
    table('unfinishedExports', {
      id: key(),
      /** The machine and the file on it that the bundle was to become. */
      place: text(),
      out: text(),
      begunAt: instant(),
      begunBy: text({ references: 'users' }),
      /** What was asked for, as JSON, and its hash. */
      scope: text(),
      scopeKey: text(),
      scopeLabel: text(),
      profile: oneOf(['archive', 'customer', 'regulator', 'partner', 'court']),
      recipient: text(),
      requester: text(),
      purpose: text(),
      encryption: oneOf(['none', 'passphrase', 'recipients']),
      /** The rest of what was asked for, as JSON; never a passphrase. */
      options: text(),
      rows: integer({ min: 0 }),
      files: integer({ min: 0 }),
      /** The key of the list of its parts, wrapped by the data key. */
      sealedKey: text(),
    }),
    uniqueIndex('unfinishedExports', 'place', 'out'),
    index('unfinishedExports', 'begunBy'),
  ],
}
