import { column, type Migration, text } from '../src/main/store/schema.ts'

export const macroNames: Migration = {
  version: 470,
  name: 'macroNames',
  steps: [
    /** The name in English; empty for what was named before, which then keeps its one name in both languages. */
    column('macros', 'nameEn', text({ default: '' })),
    column('macroVersions', 'nameEn', text({ default: '' })),
  ],
}
