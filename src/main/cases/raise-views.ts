import type { RaiseView, StepToTell } from '../../shared/cases/raise-views.ts'
import { raiseText } from '../../shared/policies/raise-words.ts'
import type { CaseClock, TargetPolicy } from '../../shared/targets/model.ts'
import type { Raise } from '../../shared/targets/raises.ts'
import { isOpen } from '../rules/clock.ts'

/** A raise as people read it. */
export const toRaise = (raise: Raise): RaiseView => ({
  id: raise.id,
  name: raise.name,
  text: { zh: raiseText(raise, 'zh'), en: raiseText(raise, 'en') },
})

/** A warning that is still to come. */
export const toStep = ({ percent, level, tells, also, third }: CaseClock['warnings'][number]): StepToTell => ({
  ...{ percent, level, tells, also: also ?? null, third: third ?? null },
})

/** Whom a clock will yet tell, and what raised it. */
export function yetToTell(
  clock: CaseClock,
  { raises = [] }: TargetPolicy,
): { toTell: StepToTell[]; raises: RaiseView[] } {
  const told = clock.signals.at(-1)?.percent ?? 0
  return {
    toTell: isOpen(clock) ? clock.warnings.filter(({ percent }) => percent > told).map(toStep) : [],
    raises: raises.filter(({ id }) => clock.raises?.includes(id)).map(toRaise),
  }
}
