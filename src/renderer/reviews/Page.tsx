import { useState } from 'react'
import type { CallId, CaseId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { CalibrationTab } from './calibration/CalibrationTab.tsx'
import { AuditsTab } from './parts/AuditsTab.tsx'
import { FormTab } from './parts/FormTab.tsx'
import { JudgementsTab } from './parts/JudgementsTab.tsx'
import { JudgeView } from './parts/JudgeView.tsx'
import { ResultsTab } from './parts/ResultsTab.tsx'
import { StudiesTab } from './parts/StudiesTab.tsx'

const TABS = ['judgements', 'results', 'calibration', 'audits', 'studies', 'forms'] as const
type Tab = (typeof TABS)[number]

/** Quality of handling: judgements, results, internal audits, case studies, forms (S2-131..139, S3-51, S4-118). */
export function Page({ params }: PageProps) {
  return <Body key={JSON.stringify(params)} params={params} />
}

const textOf = (value: string | number | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

function Body({ params }: PageProps) {
  const t = useT('reviews')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === params.tab) ?? 'judgements')
  const shown = TABS.filter((one) => (one !== 'audits' && one !== 'calibration') || !isAgent)
  const [caseId, callId, number] = [textOf(params.caseId), textOf(params.callId), textOf(params.number)]
  if (caseId ?? callId ?? number) {
    const which = caseId
      ? { caseId: caseId as CaseId }
      : callId
        ? { callId: callId as CallId }
        : { number: number ?? '' }
    return <JudgeView which={which} auditItemId={textOf(params.auditItemId)} auditId={textOf(params.auditId)} />
  }
  const contents: Record<Tab, () => React.ReactNode> = {
    judgements: () => (
      <JudgementsTab openId={textOf(params.id)} onJudge={(asked) => go('reviews', { number: asked })} />
    ),
    results: () => <ResultsTab />,
    calibration: () => <CalibrationTab />,
    audits: () => <AuditsTab openId={textOf(params.auditId)} />,
    studies: () => <StudiesTab openId={textOf(params.studyId)} />,
    forms: () => <FormTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <PageTabs
        tabs={shown.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
        value={tab}
        onChange={setTab}
      />
    </div>
  )
}
