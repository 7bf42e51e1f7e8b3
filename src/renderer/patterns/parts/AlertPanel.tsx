import { Anchor, Button } from '@mantine/core'
import type { PatternAlert } from '../../../shared/patterns/contract.ts'
import { ALERT_STATE_NAMES, DIMENSION_NAMES } from '../../../shared/patterns/words.ts'
import { FALSE_ALARMS, SIGMAS } from '../../../shared/targets/desk-numbers.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import record from '../../ui/record.module.css'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { ALERT_TONES, useName, useValueText } from '../words.ts'
import { Handling } from './Handling.tsx'
import styles from './patterns.module.css'

type Props = { alert: PatternAlert; onClose: () => void }

/** One warning: why it was raised, in words and numbers, the complaints behind it, and what is done about it. */
export function AlertPanel({ alert, onClose }: Props) {
  const t = useT('patterns')
  const nameOf = useName()
  const value = useValueText()(alert)
  const title = t('improvement', { value })
  const improve = () =>
    go('improvements', { source: 'pattern', sourceId: alert.id, title, finding: alert.finding ?? title })
  return (
    <DetailPanel
      title={`${nameOf(DIMENSION_NAMES[alert.dimension])} · ${value}`}
      label={t('detail', { value })}
      badges={<StateBadge tone={ALERT_TONES[alert.state]} label={nameOf(ALERT_STATE_NAMES[alert.state])} />}
      actions={
        <Button variant="default" onClick={improve}>
          {t('improve')}
        </Button>
      }
      onClose={onClose}
    >
      <Section title={t('why')}>
        <Why alert={alert} value={value} />
      </Section>
      <Section title={t('handling')}>
        <Handling alert={alert} />
      </Section>
      <Section title={t('cases')}>
        <Cases id={alert.id} />
      </Section>
    </DetailPanel>
  )
}

function Why({ alert, value }: { alert: PatternAlert; value: string }) {
  const t = useT('patterns')
  const { figures, windowTo } = alert
  const { count, exposure, windowDays: days, history, expected, limit, sigmas, leastCount } = figures
  const chance = FALSE_ALARMS[SIGMAS.find((one) => one === sigmas) ?? 3]
  const mean = (history.reduce((sum, each) => sum + each, 0) / Math.max(1, history.length)).toFixed(1)
  const most = Math.max(count, ...history, 1)
  const bars = [
    ...history.map((each, place) => ({ key: `${place}`, each, isNow: false })),
    { key: 'now', each: count, isNow: true },
  ]
  return (
    <>
      <p className={styles.words}>
        {t('explanation', {
          to: dateTimeText(windowTo),
          days,
          value,
          count,
          exposure,
          windows: history.length,
          mean,
          expected: expected.toFixed(1),
          limit,
          sigmas,
          chance: Math.ceil(chance * 10_000),
          least: leastCount,
        })}
      </p>
      <div className={record.faint}>{t('history', { days })}</div>
      <ol className={styles.bars}>
        {bars.map(({ key, each, isNow }) => (
          <li key={key} data-now={isNow || undefined}>
            <span className={styles.bar} style={{ height: `${Math.round((each / most) * 56)}px` }} aria-hidden />
            <span className="num">{each}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Cases({ id }: { id: string }) {
  const t = useT('patterns')
  const nameOf = useName()
  const { data, failure, reload } = useQuery('patterns.cases', { id }, { clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  if (data.length === 0) return <div className={record.faint}>{t('noCases')}</div>
  return (
    <ul className={styles.cases}>
      {data.map((row) => (
        <li key={row.id}>
          <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: row.id })}>
            {row.number}
          </Anchor>
          <span className={styles.title}>{row.title}</span>
          <span className={record.faint}>{nameOf(row.stateName)}</span>
          <InstantText at={row.receivedAt} />
        </li>
      ))}
    </ul>
  )
}
