import { column, index, type Migration, text } from '../src/main/store/schema.ts'

export const liablePartners: Migration = {
  version: 590,
  name: 'liablePartners',
  steps: [
    /** The kept partner that a bearer of fault is; none where only a name stands. */
    column('liabilityShares', 'partnerId', text({ nullable: true, references: 'partners' })),
    index('liabilityShares', 'partnerId'),
  ],
}
