import { column, type Migration, oneOf } from '../src/main/store/schema.ts'

export const raisedWarnings: Migration = {
  version: 520,
  name: 'raisedWarnings',
  steps: [
    /** A third role that was told, where a repeated complaint, a severity or a tier raised the warning. */
    column('clockSignals', 'thirdTells', oneOf(['owner', 'lead', 'manager'], { nullable: true })),
  ],
}
