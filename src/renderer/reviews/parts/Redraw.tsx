import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import type { Result } from '../../../shared/failure.ts'
import type { Redrawn } from '../../../shared/reviews/audits.ts'
import { ALWAYS_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { tellFailure } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import styles from './reviews.module.css'

/** S2-138: draws a sample again out of its population and seed, and shows what it was drawn from. */
export function Redraw({ ask }: { ask: () => Promise<Result<Redrawn>> }) {
  const t = useT('reviews')
  const nameOf = useName()
  const [again, setAgain] = useState<Redrawn | null>(null)
  const submit = async () => {
    const drawn = await ask()
    if (drawn.ok) setAgain(drawn.value)
    else tellFailure(drawn.failure)
  }
  return (
    <div className={flow.stack}>
      <Button className={flow.push ?? ''} size="compact-sm" variant="default" onClick={() => void submit()}>
        {t('audit.redraw')}
      </Button>
      {again && (
        <>
          <Alert color={again.isSame ? 'green' : 'red'} role="status">
            {again.isSame
              ? t('audit.same', { seed: again.seed, count: again.population.length })
              : t('audit.different')}
          </Alert>
          <div className={styles.faint}>{t('audit.how')}</div>
          <details>
            <summary className={record.part}>
              {t('audit.population')}: {again.population.length}
            </summary>
            <table className={record.table} aria-label={t('audit.population')}>
              <tbody>
                {again.population.map((one) => (
                  <tr key={one.number}>
                    <td className="num">{one.number}</td>
                    <td>{one.agentName}</td>
                    <td>{one.always.map((mark) => nameOf(ALWAYS_NAMES[mark])).join('、')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </div>
  )
}
