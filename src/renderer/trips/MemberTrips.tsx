import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import record from '../ui/record.module.css'
import { useQuery } from '../use-query.ts'
import { OpenDialog } from './parts/OpenDialog.tsx'
import { TripLines } from './parts/TripLines.tsx'

/** A member's trips, and the way to a new one. */
export function MemberTrips({ memberId }: { memberId: MemberId }) {
  const t = useT('trips')
  const [isOpening, setOpening] = useState(false)
  const { data, failure, reload } = useQuery('trips.of', { memberId }, { topics: ['trips'], clearOnChange: true })
  return (
    <Section
      title={t('panel.title')}
      actions={
        <Button size="compact-xs" variant="default" onClick={() => setOpening(true)}>
          {t('open')}
        </Button>
      }
    >
      <FailureAlert failure={failure} onRetry={reload} />
      {data?.length === 0 && <div className={record.faint}>{t('panel.none')}</div>}
      {data && data.length > 0 && <TripLines trips={data} />}
      {isOpening && <OpenDialog memberId={memberId} onClose={() => setOpening(false)} />}
    </Section>
  )
}
