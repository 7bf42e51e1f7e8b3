import { Alert, Button } from '@mantine/core'
import type { MemberId } from '../../../shared/ids.ts'
import type { MemberOverview } from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { openMember } from '../open.ts'
import { ContactsBlock } from './ContactsBlock.tsx'
import { OwedBlock } from './OwedBlock.tsx'
import styles from './overview.module.css'
import { PeopleBlock } from './PeopleBlock.tsx'
import { Strip } from './Strip.tsx'
import { TierBlock } from './TierBlock.tsx'
import { TripsBlock } from './TripsBlock.tsx'
import { WishesBlock } from './WishesBlock.tsx'

type Props = { id: MemberId; onTab: (tab: 'wishes' | 'kin' | 'duplicates') => void }

/** All that matters of a member on one screen; each reading is written into the audit log. */
export function Overview({ id, onTab }: Props) {
  const t = useT('people')
  const query = useQuery('members.overview', { id }, { clearOnChange: true })
  const seen = useCommand('wishes.seen')
  const { data } = query
  const takeNote = async () => {
    if (!(await seen.run({ memberId: id })).ok) return
    tellDone(t('overview.takeNote'))
    query.reload()
  }
  return (
    <section aria-label={t('overview.title')}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {data?.leadsTo && <LeadsTo overview={data} />}
      {data && (
        <>
          <Strip overview={data} isBusy={seen.isBusy} onTakeNote={() => void takeNote()} onTab={onTab} />
          <div className={styles.grid}>
            <div className={styles.column}>
              <TierBlock overview={data} />
            </div>
            <div className={styles.column}>
              <OwedBlock overview={data} />
              <TripsBlock overview={data} />
              <PeopleBlock overview={data} />
              <WishesBlock overview={data} />
            </div>
            <div className={styles.column}>
              <ContactsBlock contacts={data.contacts} />
            </div>
          </div>
        </>
      )}
    </section>
  )
}

function LeadsTo({ overview: { leadsTo } }: { overview: MemberOverview }) {
  const t = useT('people')
  if (leadsTo === null) return null
  return (
    <Alert color="orange" m={10} role="status">
      {t('overview.leadsTo', { card: leadsTo.card, name: leadsTo.name })}{' '}
      <Button size="compact-xs" variant="default" onClick={() => openMember(leadsTo.id)}>
        {t('overview.openWinner')}
      </Button>
    </Alert>
  )
}
