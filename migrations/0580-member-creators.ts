import { column, index, type Migration, text } from '../src/main/store/schema.ts'

export const memberCreators: Migration = {
  version: 580,
  name: 'memberCreators',
  steps: [
    /** Who opened the file at the desk; null for what an import brought, and for what was there before this was kept. */
    column('members', 'createdBy', text({ nullable: true, references: 'users' })),
    index('members', 'createdBy'),
  ],
}
