import { flag, index, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

/** What every list has: two names, whether it is still offered, its place, and who changed it last. */
const kept = {
  nameZh: text(),
  nameEn: text(),
  isActive: flag(),
  place: integer({ min: 0 }),
  updatedAt: instant(),
  updatedBy: text({ nullable: true, references: 'users' }),
}

export const classes: Migration = {
  version: 160,
  name: 'classes',
  steps: [
    table('channelGroups', {
      code: key(),
      /** What its cases are: those of `report` are restricted (S2-10). */
      meaning: oneOf(['human', 'internet', 'mobile', 'message', 'social', 'report', 'external']),
      ...kept,
    }),
    table('channels', {
      code: key(),
      groupCode: text({ references: 'channelGroups.code' }),
      isLive: flag(),
      hotlines: text(),
      calendarId: text({ nullable: true, references: 'calendars' }),
      ...kept,
    }),
    index('channels', 'groupCode'),
    index('channels', 'calendarId'),
    table('desks', {
      code: key(),
      hotlines: text(),
      calendarId: text({ nullable: true, references: 'calendars' }),
      ...kept,
    }),
    index('desks', 'calendarId'),
    table('categories', {
      code: key(),
      /** Null for a group. */
      groupCode: text({ nullable: true, references: 'categories.code' }),
      regulator: text({ nullable: true }),
      contentClass: text({ nullable: true }),
      objectClass: text({ nullable: true }),
      department: text({ nullable: true, references: 'desks.code' }),
      timeClass: text({ nullable: true }),
      plan: text({ nullable: true }),
      guide: text(),
      ...kept,
    }),
    index('categories', 'groupCode'),
    index('categories', 'department'),
    index('channelGroups', 'updatedBy'),
    index('channels', 'updatedBy'),
    index('desks', 'updatedBy'),
    index('categories', 'updatedBy'),
  ],
}
