import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { countText, moneyText, percentText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { YuanField } from '../../ui/YuanField.tsx'
import { useQuery } from '../../use-query.ts'

const BEGINNING = { satisfactionPercent: 70, churnPercent: 10, customers: 1000, marginFen: 100_000 }

/** S1-66..68: what a better satisfaction is reckoned to bring against what it costs; the assumption can be changed. */
export function Benefit({ costFen }: { costFen: number }) {
  const t = useT('compensation')
  const policy = useQuery('compensation.policy', {}, { topics: ['policies'] }).data
  const [form, setForm] = useState(BEGINNING)
  const [assumed, setAssumed] = useState<{ churnPercentPerPoint: number; basePercent: number } | null>(null)
  const { churnPercentPerPoint = 5, basePercent = 65 } = assumed ?? policy?.benefit ?? {}
  const { data } = useQuery(
    'compensation.benefit',
    { ...form, churnPercentPerPoint, basePercent, costFen },
    { enabled: policy !== undefined },
  )
  const field = (label: string, value: number, onValue: (value: number) => void, max = 100) => (
    <NumberInput
      label={label}
      hideControls
      min={0}
      max={max}
      value={value}
      onChange={(typed) => onValue(typeof typed === 'number' ? typed : 0)}
    />
  )
  return (
    <>
      <h2 className={styles.part}>{t('benefit.title')}</h2>
      <div className={styles.form}>
        {field(t('benefit.satisfaction'), form.satisfactionPercent, (satisfactionPercent) =>
          setForm({ ...form, satisfactionPercent }),
        )}
        {field(t('benefit.base'), basePercent, (value) => setAssumed({ churnPercentPerPoint, basePercent: value }))}
        {field(t('benefit.churn'), form.churnPercent, (churnPercent) => setForm({ ...form, churnPercent }))}
        {field(t('benefit.customers'), form.customers, (customers) => setForm({ ...form, customers }), 1_000_000_000)}
        <YuanField
          label={t('benefit.margin')}
          value={form.marginFen}
          onChange={(fen) => setForm({ ...form, marginFen: fen ?? 0 })}
        />
        {field(t('benefit.assumption'), churnPercentPerPoint, (value) =>
          setAssumed({ churnPercentPerPoint: value, basePercent }),
        )}
        {data && (
          <div className={`${styles.wide} ${styles.reckoning}`} role="status">
            <div>
              {t('benefit.result', {
                ...{ points: data.points, churn: Number(data.churnAfterPercent.toFixed(2)) },
                ...{ kept: countText(data.customersKept), gain: moneyText(data.gainFen), net: moneyText(data.netFen) },
              })}
            </div>
            <div>{t('benefit.progress', { target: data.targetPercent, progress: percentText(data.progress) })}</div>
          </div>
        )}
      </div>
    </>
  )
}
