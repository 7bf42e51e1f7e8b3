import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import record from '../../ui/record.module.css'
import { type Choice, PeriodBar } from '../parts/PeriodBar.tsx'
import { BothTables } from './BothTables.tsx'
import { MarkedDays } from './MarkedDays.tsx'
import { useBoth } from './use-both.ts'

/** Exceptional days, and the figures of a period with and without them, side by side. */
export function ExceptionalView() {
  const t = useT('exceptional')
  const [choice, setChoice] = useState<Choice>({ kind: 'month', period: undefined, withPeriod: undefined })
  const { kind, period } = choice
  const both = useBoth({ kind, ...(period === undefined ? {} : { period }) })
  const shown = both.data?.period.kind === kind ? both.data : undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <section className={record.scroll} tabIndex={0} aria-label={t('title')}>
      <Section level={2} title={t('title')}>
        <p className={record.faint}>{t('hint')}</p>
        <MarkedDays onChanged={both.reload} />
      </Section>
      <Section level={2} title={t('both')}>
        <div className={record.line}>
          <PeriodBar isAlone choice={choice} shown={shown?.period} onChange={setChoice} />
        </div>
        <BothTables both={shown} failure={both.failure} onRetry={both.reload} />
      </Section>
    </section>
  )
}
