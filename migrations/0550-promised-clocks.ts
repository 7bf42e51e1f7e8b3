import { column, type Migration, text } from '../src/main/store/schema.ts'

export const promisedClocks: Migration = {
  version: 550,
  name: 'promisedClocks',
  steps: [
    /** The promise by its own name, where neither `kind` nor `promise` has a word for it. */
    column('clocks', 'promised', text({ nullable: true })),
  ],
}
