import { Autocomplete } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { Share } from '../../../shared/liability/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'

type Props = { share: Pick<Share, 'name' | 'partnerId'>; onChange: (to: Pick<Share, 'name' | 'partnerId'>) => void }

/** S4-16: a partner at fault: one of those kept, by its own name, or any other in words. */
export function PartnerName({ share, onChange }: Props) {
  const t = useT('liability')
  const { data: kept = [] } = useQuery('partners.list', {}, { topics: ['products'] })
  return (
    <Autocomplete
      label={t('fields.name')}
      data={kept.map(({ name }) => name)}
      value={share.name}
      maxLength={120}
      rightSection={share.partnerId !== null && <IconLink size={14} aria-label={t('kept')} />}
      onChange={(name) => onChange({ name, partnerId: kept.find((one) => one.name === name)?.id ?? null })}
    />
  )
}
