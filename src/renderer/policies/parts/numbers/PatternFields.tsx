import { Select, SimpleGrid } from '@mantine/core'
import { type PatternNumbers, SIGMAS } from '../../../../shared/targets/desk-numbers.ts'
import { useT } from '../../../i18n/use-t.ts'
import { PatternTrial } from './PatternTrial.tsx'
import { WholeNumber } from './WholeNumber.tsx'

type Props = { value: PatternNumbers; onChange: (value: PatternNumbers) => void }

/** How early warnings are found: windows, least counts and the width of the limit (S4-141). */
export function PatternFields({ value, onChange }: Props) {
  const t = useT('policies')
  const field = (name: 'windowDays' | 'historyWindows' | 'leastCount' | 'leastHistory', min: number, max: number) => (
    <WholeNumber
      label={t(`numbers.${name}`)}
      min={min}
      max={max}
      value={value[name]}
      onChange={(next) => onChange({ ...value, [name]: next })}
    />
  )
  return (
    <>
      <SimpleGrid cols={5} spacing="sm" mb="xs">
        {field('windowDays', 1, 31)}
        {field('historyWindows', 3, 52)}
        {field('leastCount', 2, 1000)}
        {field('leastHistory', 3, 52)}
        <Select
          label={t('numbers.sigmas')}
          allowDeselect={false}
          data={SIGMAS.map((count) => ({ value: String(count), label: t('numbers.sigma', { count }) }))}
          value={String(value.sigmas)}
          onChange={(next) =>
            onChange({ ...value, sigmas: SIGMAS.find((one) => String(one) === next) ?? value.sigmas })
          }
        />
      </SimpleGrid>
      <PatternTrial numbers={value} />
    </>
  )
}
