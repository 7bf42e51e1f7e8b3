import { Button } from '@mantine/core'
import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../members.module.css'

/** The members this person opened last, one click away. */
export function RecentMembers({ onOpen }: { onOpen: (id: MemberId) => void }) {
  const t = useT('members')
  const { data = [] } = useQuery('members.recent', { limit: 6 })
  if (data.length === 0) return null
  return (
    <nav className={styles.recent} aria-label={t('list.recent')}>
      <span>{t('list.recent')}</span>
      {data.map(({ id, name }) => (
        <Button key={id} variant="default" size="compact-xs" onClick={() => onOpen(id)}>
          {name}
        </Button>
      ))}
    </nav>
  )
}
