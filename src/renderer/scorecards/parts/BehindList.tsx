import { Anchor, Button } from '@mantine/core'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { BehindView, CardView } from '../../../shared/scorecards/views.ts'
import type { Indicator } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, durationText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { valueText } from '../show.ts'
import styles from './scorecards.module.css'

type Props = { card: CardView; indicator: Indicator; onClose: () => void }

/** The definition of a number, and the calls, cases, answers or examinations that it was counted from. */
export function BehindList({ card, indicator, onClose }: Props) {
  const t = useT('scorecards')
  const nameOf = useName()
  const { name, numerator, denominator, exclusions, credit } = INDICATOR_TABLE[indicator]
  const { goal, floor, minSample } = card.scheme.indicators[indicator]
  const { data, failure, reload } = useQuery('scorecards.behind', { id: card.id, indicator }, { clearOnChange: true })
  const terms = { goal: valueText(indicator, goal), floor: valueText(indicator, floor), min: minSample }
  const title = t('behind.title', { name: nameOf(name) })
  return (
    <section className={styles.behind} aria-label={title}>
      <div className={styles.bar}>
        <strong>{title}</strong>
        <div className={styles.push}>
          <Button size="compact-xs" variant="default" onClick={onClose}>
            {t('behind.close')}
          </Button>
        </div>
      </div>
      <Facts
        columns={2}
        facts={[
          { label: t('behind.numerator'), value: nameOf(numerator) },
          { label: t('behind.denominator'), value: nameOf(denominator) },
          { label: t('behind.exclusions'), value: nameOf(exclusions) },
          { label: t('behind.credit'), value: nameOf(credit) },
          { label: t('behind.terms'), value: t('behind.termsText', terms) },
        ]}
      />
      <FailureAlert failure={failure} onRetry={reload} />
      {data && (
        <p className={data.isSame ? flow.faint : styles.warn}>
          {data.isSame ? t('behind.same') : t('behind.changed', { value: valueText(indicator, data.figure.value) })}
          {' · '}
          {data.total === 0 ? t('behind.none') : t('behind.shown', { total: data.total, shown: data.rows.length })}
        </p>
      )}
      <ul className={styles.list}>
        {data?.rows.map((row) => (
          <Row key={`${row.kind} ${row.id}`} row={row} isJudged={INDICATOR_TABLE[indicator].unit === 'percent'} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row, isJudged }: { row: BehindView; isJudged: boolean }) {
  const t = useT('scorecards')
  const value = () => {
    if (row.value === null) return null
    if (row.kind === 'call') return durationText(row.value)
    return row.kind === 'answer' ? t('behind.answer', { points: row.value }) : String(row.value)
  }
  return (
    <li>
      {row.kind === 'case' ? (
        <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: row.id })}>
          {row.number}
        </Anchor>
      ) : (
        <span className="num">{row.number || row.title}</span>
      )}
      <span className={styles.grow}>{row.number ? row.title : ''}</span>
      <span className={flow.faint}>{dateTimeText(row.at)}</span>
      {row.kind === 'case' && <span className="num">× {row.credit}</span>}
      {value() !== null && <span className="num">{value()}</span>}
      {isJudged && (
        <span className={row.isHit ? flow.faint : styles.warn}>{t(row.isHit ? 'behind.hit' : 'behind.miss')}</span>
      )}
    </li>
  )
}
