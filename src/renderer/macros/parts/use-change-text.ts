import { PRIORITY_NAMES } from '../../../shared/cases/words.ts'
import type { PreviewedStep } from '../../../shared/macros/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { namedBy, useName } from '../../ui/use-name.ts'

/** Says what a step changes of a case: owner, priority, class, before and after. */
export function useChangeText(): (step: PreviewedStep) => string[] {
  const t = useT('macros')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const line = (
    what: 'owner' | 'priority' | 'category',
    change: PreviewedStep['owner'],
    name: (code: string) => string,
  ) =>
    change === null
      ? []
      : [t('change', { what: t(`what.${what}`), from: name(change.from ?? ''), to: name(change.to ?? '') })]
  return ({ act, failure, owner, priority, category }) => [
    ...line('owner', owner, (name) => name || t('nobody')),
    ...line('priority', priority, (code) => namedBy(PRIORITY_NAMES, code, nameOf)),
    ...(act === 'assess' && failure === null && priority === null ? [t('same')] : []),
    ...line('category', category, (code) => namedBy(categoryNames, code, nameOf)),
  ]
}
