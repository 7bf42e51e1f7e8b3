import { SimpleGrid } from '@mantine/core'
import { SEVERITIES, SEVERITY_NAMES } from '../../../../shared/cases/words.ts'
import type { QueueNumbers } from '../../../../shared/targets/queue-numbers.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../../../shared/tiers/model.ts'
import { useT } from '../../../i18n/use-t.ts'
import { side } from '../../words.ts'
import { WholeNumber } from './WholeNumber.tsx'

type Props = { value: QueueNumbers; onChange: (value: QueueNumbers) => void }

/** By how many minutes a limit counts sooner in the queue, for its tier and its severity, and within which time (S5-18). */
export function QueueFields({ value, onChange }: Props) {
  const t = useT('policies')
  const { horizonMinutes, tierLeads, severityLeads } = value
  const lead = (key: string, name: string, minutes: number, take: (minutes: number) => void) => (
    <WholeNumber key={key} label={t('numbers.lead', { name })} min={0} max={1440} value={minutes} onChange={take} />
  )
  return (
    <SimpleGrid cols={5} spacing="sm" mb="xs">
      {MEMBER_TIERS.map((tier) =>
        lead(tier, MEMBER_TIER_NAMES[tier][side()], tierLeads[tier], (minutes) =>
          onChange({ ...value, tierLeads: { ...tierLeads, [tier]: minutes } }),
        ),
      )}
      {SEVERITIES.toReversed().map((one) =>
        lead(one, SEVERITY_NAMES[one][side()], severityLeads[one], (minutes) =>
          onChange({ ...value, severityLeads: { ...severityLeads, [one]: minutes } }),
        ),
      )}
      <WholeNumber
        label={t('numbers.horizonMinutes')}
        min={60}
        max={2880}
        value={horizonMinutes}
        onChange={(minutes) => onChange({ ...value, horizonMinutes: minutes })}
      />
    </SimpleGrid>
  )
}
