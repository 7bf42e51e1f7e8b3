import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PatternFound } from '../../../../shared/patterns/contract.ts'
import { DIMENSION_NAMES } from '../../../../shared/patterns/words.ts'
import { type LookNumbers, lookNumbers, type PatternNumbers } from '../../../../shared/targets/desk-numbers.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useClasses } from '../../../ui/classes.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { useQuery } from '../../../use-query.ts'
import styles from '../../policies.module.css'
import { side } from '../../words.ts'

const keyOf = ({ dimension, value }: PatternFound) => `${dimension} ${value}`

/** Tries the numbers of the early warnings out on the desk's own complaints, beside those in force; raises none. */
export function PatternTrial({ numbers: { source: _, ...numbers } }: { numbers: PatternNumbers }) {
  const t = useT('policies')
  const [asked, setAsked] = useState<LookNumbers | null>(null)
  const isAsked = asked !== null
  const query = useQuery('patterns.tryOut', { numbers: asked ?? numbers }, { enabled: isAsked, clearOnChange: true })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mb="xs"
        loading={isAsked && query.isLoading}
        disabled={!lookNumbers.safeParse(numbers).success}
        onClick={() => setAsked(numbers)}
      >
        {t('numbers.try')}
      </Button>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {isAsked && query.data && <Result {...query.data} />}
    </>
  )
}

type Found = { cases: number; before: readonly PatternFound[]; after: readonly PatternFound[] }

function Result({ cases, before, after }: Found) {
  const t = useT('policies')
  const { categoryNames, deskNames } = useClasses()
  const textOf = ({ dimension, value, valueName }: PatternFound) => {
    const names = { category: categoryNames, department: deskNames }[dimension as 'category']
    return names?.[value]?.[side()] ?? valueName ?? value
  }
  const without = (all: readonly PatternFound[], others: readonly PatternFound[]) =>
    all.filter((one) => !others.some((other) => keyOf(other) === keyOf(one)))
  const lines = [
    ...without(after, before).map((one) => ({ word: 'more' as const, one })),
    ...without(before, after).map((one) => ({ word: 'fewer' as const, one })),
  ]
  return (
    <section role="status" aria-label={t('numbers.result')}>
      <p>{t('numbers.tried', { cases, before: before.length, after: after.length })}</p>
      {lines.length === 0 && <p className={styles.dim}>{t('numbers.same')}</p>}
      <ul className={styles.list}>
        {lines.map(({ word, one }) => (
          <li key={keyOf(one)}>
            {t(`numbers.${word}`, {
              dimension: DIMENSION_NAMES[one.dimension][side()],
              value: textOf(one),
              count: one.figures.count,
              limit: one.figures.limit,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
