import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { CasePanel } from '../../ui/CasePanel.tsx'
import { useRecordName } from '../record-name.ts'
import styles from './stages.module.css'

/** S2-178: every link of the loop, and whether it is there, before a complaint may be closed. */
export function ClosingPanel({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useRecordName(view)
  const { closing } = view
  if (closing.length === 0) return null
  const met = closing.filter(({ isMet }) => isMet).length
  return (
    <CasePanel
      title={t('stage.closing')}
      summary={t('stage.closingDone', { met, all: closing.length })}
      isEmpty={view.state !== 'followUp'}
    >
      <ul className={styles.checks}>
        {closing.map(({ record, isMet }) => {
          const Icon = isMet ? IconCircleCheck : IconCircleDashed
          return (
            <li key={record} data-met={isMet || undefined}>
              <Icon size={14} role="img" aria-label={t(isMet ? 'stage.isMet' : 'stage.isMissing')} />
              {nameOf(record)}
            </li>
          )
        })}
      </ul>
    </CasePanel>
  )
}
