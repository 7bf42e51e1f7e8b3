import { SimpleGrid } from '@mantine/core'
import type { AttemptNumbers } from '../../../../shared/targets/desk-numbers.ts'
import { useT } from '../../../i18n/use-t.ts'
import { WholeNumber } from './WholeNumber.tsx'

type Props = { value: AttemptNumbers; onChange: (value: AttemptNumbers) => void }

/** After how many failed attempts, how far apart, a customer counts as not reachable (S1-50). */
export function AttemptFields({ value, onChange }: Props) {
  const t = useT('policies')
  const field = (name: 'enough' | 'gapMinutes' | 'spanMinutes', min: number, max: number) => (
    <WholeNumber
      label={t(`numbers.${name}`)}
      min={min}
      max={max}
      value={value[name]}
      onChange={(next) => onChange({ ...value, [name]: next })}
    />
  )
  return (
    <SimpleGrid cols={3} spacing="sm" mb="xs">
      {field('enough', 1, 10)}
      {field('gapMinutes', 0, 10_080)}
      {field('spanMinutes', 0, 43_200)}
    </SimpleGrid>
  )
}
