import type { MemberId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { useQuery } from '../use-query.ts'
import { Promised } from './Promised.tsx'

/** What a member was promised, with or without a case. */
export function MemberPromises({ memberId }: { memberId: MemberId }) {
  const t = useT('promises')
  const query = useQuery('promises.of', { memberId }, { topics: ['cases'], clearOnChange: true })
  return (
    <Section title={t('title')}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Promised about={{ memberId }} all={query.data ?? []} withCase />
    </Section>
  )
}
