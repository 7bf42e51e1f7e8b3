import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import {
  IMPROVEMENT_KIND_NAMES,
  IMPROVEMENT_STATE_NAMES,
  type ImprovementState,
  STANDING_STATES,
} from '../../shared/improvements/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { go } from '../ui/navigation.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { ProposeDialog } from './parts/ProposeDialog.tsx'
import { IMPROVEMENT_TONES } from './tones.ts'

const isStanding = (state: ImprovementState) => STANDING_STATES.some((one) => one === state)

/** What a case has changed beyond itself (S4-140, S4-142). */
export function ImprovementsPanel({ caseId }: CasePanelProps) {
  const t = useT('improvements')
  const nameOf = useName()
  const [isProposing, setProposing] = useState(false)
  const source = { sourceKind: 'case', sourceId: caseId } as const
  const query = useQuery('improvements.of', source, { topics: ['improvements'], clearOnChange: true })
  const rows = query.data ?? []
  const open = rows.filter(({ state }) => isStanding(state)).length
  return (
    <CasePanel
      title={t('panel.title')}
      summary={rows.length === 0 ? t('panel.none') : t('panel.summary', { open, count: rows.length })}
      isEmpty={rows.length === 0}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setProposing(true)}>
          {t('propose')}
        </Button>
      }
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ul className={record.list}>
        {rows.map((row) => (
          <li key={row.id} className={record.line}>
            <Anchor component="button" type="button" className="num" onClick={() => go('improvements', { id: row.id })}>
              {row.number}
            </Anchor>
            <span>{row.title}</span>
            <span className={record.faint}>{nameOf(IMPROVEMENT_KIND_NAMES[row.kind])}</span>
            <StateBadge tone={IMPROVEMENT_TONES[row.state]} label={nameOf(IMPROVEMENT_STATE_NAMES[row.state])} />
          </li>
        ))}
      </ul>
      {isProposing && (
        <ProposeDialog
          start={{ ...source, title: '', finding: '', kind: 'service' }}
          onClose={() => setProposing(false)}
          onDone={() => {}}
        />
      )}
    </CasePanel>
  )
}
