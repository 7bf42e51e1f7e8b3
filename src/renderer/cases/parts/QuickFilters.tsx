import { UnstyledButton } from '@mantine/core'
import { QUICK_VIEWS, type QuickView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import { useQueueView } from '../store.ts'
import styles from './cases.module.css'

/** The questions a desk asks all day, each with its number. */
export function QuickFilters() {
  const t = useT('cases')
  const { quick, set } = useQueueView()
  const { data } = useQuery('cases.counts', {}, { topics: ['cases', 'clocks'] })
  const counts: Partial<Record<QuickView, number>> = data
    ? { open: data.open, mine: data.mine, overdue: data.overdue, nobody: data.nobody, ...data.kinds }
    : {}
  return (
    <fieldset className={styles.quick} aria-label={t('quick.label')}>
      {QUICK_VIEWS.map((one) => {
        const count = counts[one]
        return (
          <UnstyledButton
            key={one}
            className={styles.chip}
            aria-pressed={quick === one}
            data-alarm={(one === 'overdue' && (count ?? 0) > 0) || undefined}
            onClick={() => set({ quick: one, part: null })}
          >
            {t(`quick.${one}`)}
            {count !== undefined && <span className="num">{countText(count)}</span>}
          </UnstyledButton>
        )
      })}
    </fieldset>
  )
}
