import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { DAY } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'

const LENGTHS = [7, 30, 90, 365] as const

/** A stretch of days up to now, chosen once for a tab. */
export function usePeriod() {
  const [days, setDays] = useState<number>(30)
  const period = useMemo(() => {
    const to = Date.now() + DAY
    return { from: to - (days + 1) * DAY, to }
  }, [days])
  return { period, days, setDays }
}

/** Chooses how many days back a list reaches. */
export function PeriodField({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const t = useT('routing')
  return (
    <SegmentedControl
      aria-label={t('period')}
      value={String(days)}
      onChange={(value) => onChange(Number(value))}
      data={LENGTHS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
    />
  )
}
