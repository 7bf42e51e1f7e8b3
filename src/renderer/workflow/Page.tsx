import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dayText } from '../ui/formats.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useQuery } from '../use-query.ts'
import { SpecialistTable } from './parts/SpecialistTable.tsx'
import { WorkflowSheet } from './parts/WorkflowSheet.tsx'
import { useNameOf } from './use-name-of.ts'

/** The stages that cases go through, version by version, and who looks after each category. */
export function Page({ params }: PageProps) {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const [view, setView] = useState('diagram')
  const [chosen, setChosen] = useState<string | null>(typeof params.id === 'string' ? params.id : null)
  const list = useQuery('workflow.list', { drafts: true }, { topics: ['policies'] })
  const all = list.data ?? []
  const policyId =
    chosen ?? all.find(({ isInForce, caseKinds }) => isInForce && caseKinds.includes('complaint'))?.policyId
  const line = all.find((one) => one.policyId === policyId)
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <SegmentedControl
            aria-label={t('view.label')}
            value={view}
            onChange={setView}
            data={[
              { value: 'diagram', label: t('view.diagram') },
              { value: 'specialists', label: t('view.specialists') },
            ]}
          />
        }
      >
        {view === 'diagram' && (
          <>
            <Select
              aria-label={t('version')}
              w={320}
              allowDeselect={false}
              value={policyId ?? null}
              onChange={setChosen}
              data={all.map(({ policyId: value, name, version, isDraft }) => ({
                value,
                label: t(isDraft ? 'draftLine' : 'versionLine', { name: nameOf(name), version }),
              }))}
            />
            {line && (
              <span>
                {t('from', { day: dayText(line.effectiveFrom) })} ·{' '}
                {t(line.isDraft ? 'isDraft' : line.isInForce ? 'inForce' : 'notInForce')}
              </span>
            )}
          </>
        )}
      </PageHeader>
      {list.failure && <FailureAlert failure={list.failure} onRetry={list.reload} />}
      {view === 'specialists' ? <SpecialistTable /> : policyId && <WorkflowSheet key={policyId} policyId={policyId} />}
    </div>
  )
}
