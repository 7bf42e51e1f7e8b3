import { useEffect, useState } from 'react'
import { failureText } from '../failure-text.ts'
import { useT } from '../i18n/use-t.ts'
import { useUntoldReads } from '../reads.ts'
import { FailureAlert } from './FailureAlert.tsx'
import styles from './UntoldReads.module.css'

/** What is read sooner than this, in milliseconds, needs no word. */
const PATIENCE_MS = 400

/** Above a page: what it could not read and does not say itself, with a way to read it again. */
export function UntoldFailures() {
  const t = useT('ui')
  const failed = [...useUntoldReads(({ reads }) => reads).values()].filter(({ failure }) => failure !== undefined)
  const reasons = new Set(failed.flatMap(({ failure }) => (failure ? [failureText(failure)] : [])))
  const again = () => {
    for (const { reload } of failed) reload()
  }
  if (!failed[0]) return null
  return (
    <div className={styles.failed}>
      <FailureAlert
        failure={failed[0].failure}
        text={t('states.unread', { reason: [...reasons].slice(0, 3).join(' ') })}
        onRetry={again}
      />
    </div>
  )
}

/** Below a page: that something it does not show a place for is being read. */
export function AwaitedReads() {
  const t = useT('ui')
  const isAwaited = useLong(useUntoldReads(({ reads }) => [...reads.values()].some((read) => read.isAwaited)))
  if (!isAwaited) return null
  return (
    <div role="status" className={styles.awaited}>
      {t('states.loading')}
    </div>
  )
}

/** True once something has been so for longer than patience lasts. */
function useLong(is: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!is) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [is])
  return is && isLong
}
