import { IconEye } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { useBeat, WINDOW_ID } from './marks.ts'
import styles from './queue.module.css'

/** Says that this window shows the case, and who else has it open now. */
export function AlsoOpen({ caseId }: { caseId: CaseId }) {
  const t = useT('queue')
  const version = useBeat()
  useEffect(() => {
    void call('marks.enter', { caseId, window: WINDOW_ID })
    return () => void call('marks.leave', { window: WINDOW_ID })
  }, [caseId])
  const { data: others = [] } = useQuery('marks.others', { caseId, window: WINDOW_ID }, { topics: ['queue'], version })
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ name, isMe }) => (isMe ? t('marks.otherWindow') : name)))]
  return (
    <span className={styles.also} role="status">
      <IconEye size={14} aria-hidden />
      {t('marks.also', { names: names.join('、') })}
    </span>
  )
}
