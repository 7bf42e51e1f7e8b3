import type { StandardView } from '../../../shared/standards/contract.ts'
import { DIRECTION_NAMES } from '../../../shared/standards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'

/** How a standard's target is written: at least 95 %. */
export function useTarget() {
  const t = useT('standards')
  const nameOf = useName()
  return ({ direction, target, unit }: Pick<StandardView, 'direction' | 'target' | 'unit'>) =>
    t('targetText', { direction: nameOf(DIRECTION_NAMES[direction]), value: target, unit })
}
