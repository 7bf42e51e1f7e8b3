import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { MakeForm } from './MakeForm.tsx'
import { PromiseItem } from './PromiseItem.tsx'

/** What was promised to the customer of a case, each promise with its own clock. */
export function PromisesPanel({ caseId, isOpen }: CasePanelProps) {
  const t = useT('promises')
  const query = useQuery('promises.of', { caseId }, { topics: ['cases'], clearOnChange: true })
  const [isMaking, making] = useDisclosure(false)
  const all = query.data ?? []
  const standing = all.filter(({ settledAt }) => settledAt === null).length
  return (
    <CasePanel
      title={t('title')}
      summary={all.length === 0 ? t('none') : t('count', { standing, count: all.length })}
      isEmpty={all.length === 0}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ul className={styles.list} aria-label={t('title')}>
        {all.map((promise) => (
          <li key={promise.id}>
            <PromiseItem promise={promise} />
          </li>
        ))}
      </ul>
      {isOpen && isMaking && <MakeForm about={{ caseId }} onDone={making.close} />}
      {isOpen && !isMaking && (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={making.open}>
            {t('make')}
          </Button>
        </div>
      )}
    </CasePanel>
  )
}
