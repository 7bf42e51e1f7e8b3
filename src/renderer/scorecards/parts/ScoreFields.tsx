import { NumberInput, Select } from '@mantine/core'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { INDICATORS, type Indicator } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useName } from '../../ui/use-name.ts'

export type Score = { indicator: Indicator | null; to: number | null }
export const NO_SCORE: Score = { indicator: null, to: null }

type Props = { card: CardView; value: Score; onChange: (score: Score) => void }

/** Which score becomes what: only those that were judged can be changed. */
export function ScoreFields({ card, value, onChange }: Props) {
  const t = useT('scorecards')
  const nameOf = useName()
  const judged = card.result?.lines.filter(({ unjudged }) => unjudged === null) ?? []
  return (
    <>
      <Select
        label={t('changes.indicator')}
        data={judged.map(({ indicator }) => ({ value: indicator, label: nameOf(INDICATOR_TABLE[indicator].name) }))}
        value={value.indicator}
        onChange={(next) => onChange({ ...value, indicator: INDICATORS.find((one) => one === next) ?? null })}
      />
      <NumberInput
        label={t('changes.to')}
        min={0}
        max={100}
        decimalScale={2}
        value={value.to ?? ''}
        onChange={(to) => onChange({ ...value, to: typeof to === 'number' ? to : null })}
      />
    </>
  )
}
