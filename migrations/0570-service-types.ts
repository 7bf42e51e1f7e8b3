import { flag, index, instant, integer, key, type Migration, table, text } from '../src/main/store/schema.ts'

export const serviceTypes: Migration = {
  version: 570,
  name: 'serviceTypes',
  steps: [
    /** What may be asked of the desk, as the desk itself keeps it; delivered ones stand here once one was changed. */
    table('serviceTypes', {
      code: key(),
      nameZh: text(),
      nameEn: text(),
      isActive: flag(),
      place: integer({ min: 0 }),
      updatedAt: instant(),
      updatedBy: text({ nullable: true, references: 'users' }),
    }),
    index('serviceTypes', 'updatedBy'),
  ],
}
