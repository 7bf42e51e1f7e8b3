import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { INDICATORS, type Indicator, UNJUDGED_NAMES } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'
import { basisText, plain, valueText } from '../show.ts'
import { BehindList } from './BehindList.tsx'
import styles from './scorecards.module.css'

/** Every indicator with its numbers, weight and points; its name opens what stands behind it. */
export function Figures({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const [open, setOpen] = useState<Indicator | null>(null)
  // What counts, once that is known; before that what the scheme says.
  const weight = card.result ? 'share' : 'weight'
  const heads = ['value', 'basis', 'goal', weight, 'counted', 'self', 'superior'] as const
  return (
    <>
      <div className={styles.wide}>
        <table className={styles.table} aria-label={t('figures.title')}>
          <thead>
            <tr>
              <th scope="col">{t('figures.indicator')}</th>
              {heads.map((key) => (
                <th key={key} scope="col" data-number>
                  {t(`figures.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INDICATORS.map((indicator) => {
              const figure = card.figures.find((one) => one.indicator === indicator)
              const line = card.result?.lines.find((one) => one.indicator === indicator)
              const terms = card.scheme.indicators[indicator]
              const name = nameOf(INDICATOR_TABLE[indicator].name)
              const row = (
                <tr key={indicator} data-noted={line?.unjudged ? true : undefined}>
                  <th scope="row">
                    <Anchor
                      component="button"
                      type="button"
                      inherit
                      ta="left"
                      aria-label={t('figures.open', { name })}
                      onClick={() => setOpen(open === indicator ? null : indicator)}
                    >
                      {name}
                    </Anchor>
                  </th>
                  <td data-number>{valueText(indicator, figure?.value ?? null)}</td>
                  <td data-number>{figure && figure.sample > 0 ? basisText(figure) : '—'}</td>
                  <td data-number>{valueText(indicator, terms.goal)}</td>
                  <td data-number>{line ? line.share / 100 : terms.weight}%</td>
                  <td data-number>{plain(line?.counted ?? null)}</td>
                  <td data-number>{plain(line?.self ?? card.self?.scores[indicator] ?? null)}</td>
                  <td data-number>{plain(line?.superior ?? null)}</td>
                </tr>
              )
              if (!line?.unjudged) return row
              return [
                row,
                <tr key={`${indicator} note`}>
                  <td colSpan={heads.length + 1} className={styles.note}>
                    {nameOf(UNJUDGED_NAMES[line.unjudged])}
                  </td>
                </tr>,
              ]
            })}
          </tbody>
        </table>
      </div>
      {open && <BehindList key={open} card={card} indicator={open} onClose={() => setOpen(null)} />}
    </>
  )
}
