import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import { useQuery } from '../use-query.ts'
import { PromiseItem } from './PromiseItem.tsx'

/** Every promise that stands, the next due first: one's own, or those of the whole desk. */
export function PromisesTab() {
  const t = useT('promises')
  const [isMine, setMine] = useState(true)
  const query = useQuery('promises.list', { owner: isMine ? 'mine' : 'all' }, { topics: ['cases', 'todos'] })
  const first = query.data?.find(({ mayTouch }) => mayTouch)?.id
  return (
    <div className="scroll">
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Switch my="xs" label={t('mine')} checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />
      {query.data?.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
      <ul className={styles.list} aria-label={t('title')}>
        {query.data?.map((promise) => (
          <li key={promise.id}>
            <PromiseItem promise={promise} withCase hasKeys={promise.id === first} />
          </li>
        ))}
      </ul>
    </div>
  )
}
