import { Button } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import { useProgress } from '../../ui/use-progress.ts'
import styles from './reports.module.css'

/** How far a count has come, with a way to stop it; the figures shown meanwhile stay. */
export function Counting({ job, onStop }: { job: string | null; onStop: () => void }) {
  const t = useT('reports')
  const step = useProgress(job)
  if (job === null || !step) return null
  const done = countText(step.done)
  return (
    <div className={styles.line} role="status">
      <span className={styles.faint}>
        {step.total === null ? t('countingDone', { done }) : t('countingOf', { done, total: countText(step.total) })}
      </span>
      <Button size="compact-xs" variant="default" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}
