import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileCheck, IconRefresh } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { SplitView } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateTimeText } from '../ui/formats.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ExceptionalView } from './exceptional/ExceptionalView.tsx'
import { BehindPanel, keyOf, type Open } from './parts/BehindPanel.tsx'
import { CallsView } from './parts/CallsView.tsx'
import { CausesView } from './parts/CausesView.tsx'
import { Counting } from './parts/Counting.tsx'
import { FiguresView, type ViewProps } from './parts/FiguresView.tsx'
import { IssueDialog } from './parts/IssueDialog.tsx'
import { IssuedView } from './parts/IssuedView.tsx'
import { MembersView } from './parts/MembersView.tsx'
import { type Choice, PeriodBar } from './parts/PeriodBar.tsx'
import { SpreadsView } from './parts/SpreadsView.tsx'
import { TimesView } from './parts/TimesView.tsx'
import { useReport } from './use-report.ts'

const VIEWS = ['figures', 'spreads', 'times', 'causes', 'calls', 'members', 'exceptional', 'issued'] as const
type View = (typeof VIEWS)[number]

const CONTENTS: Record<Exclude<View, 'issued' | 'members' | 'exceptional'>, ComponentType<ViewProps>> = {
  figures: FiguresView,
  spreads: SpreadsView,
  times: TimesView,
  causes: CausesView,
  calls: CallsView,
}

/** The figures of a period, beside another, each with its definition and cases; and the reports that were issued. */
export function Page() {
  const t = useT('reports')
  const [view, setView] = useState<View>('figures')
  const [choice, setChoice] = useState<Choice>({ kind: 'month', period: undefined, withPeriod: undefined })
  const [open, setOpen] = useState<Open | null>(null)
  const [issuedId, setIssuedId] = useState<string | null>(null)
  const [isIssuing, issuing] = useDisclosure(false)
  const { kind, period, withPeriod } = choice
  const counted = useReport({ kind, ...(period === undefined ? {} : { period }) })
  const report = counted.report?.period.kind === kind ? counted.report : undefined
  const otherKey = withPeriod ?? report?.period.previous
  const compared = useReport(report && otherKey !== undefined ? { kind, period: otherKey } : null)
  const other = compared.report?.period.key === otherKey ? compared.report : undefined
  const choose = (next: Choice) => {
    setChoice(next)
    setOpen(null)
  }
  const Content = view === 'issued' || view === 'members' || view === 'exceptional' ? null : CONTENTS[view]
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        subtitle={report && t(report.isPart ? 'period.partAsOf' : 'period.asOf', { time: dateTimeText(report.asOf) })}
        actions={
          <>
            <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={counted.reload}>
              {t('period.refresh')}
            </Button>
            <Button
              leftSection={<IconFileCheck size={15} />}
              disabled={!report || report.isPart === true}
              onClick={issuing.open}
            >
              {t('issue.action')}
            </Button>
          </>
        }
      >
        <SegmentedControl
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => {
            setView(VIEWS.find((one) => one === value) ?? 'figures')
            setOpen(null)
          }}
          data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        {Content && <PeriodBar choice={choice} shown={report?.period} onChange={choose} />}
      </PageHeader>
      <FailureAlert failure={counted.failure ?? compared.failure} onRetry={counted.reload} />
      <Counting job={counted.job} onStop={counted.stop} />
      {view === 'members' && <MembersView />}
      {view === 'exceptional' && <ExceptionalView />}
      {view === 'issued' && <IssuedView openId={issuedId} onOpen={setIssuedId} />}
      {report && Content && (
        <SplitView
          list={<Content report={report} other={other} onOpen={setOpen} openKey={keyOf(open)} />}
          detail={
            open && (
              <BehindPanel
                key={JSON.stringify([open, report.period.key])}
                open={open}
                period={report.period}
                onClose={() => setOpen(null)}
              />
            )
          }
        />
      )}
      <IssueDialog
        period={isIssuing && report ? report.period : null}
        onClose={issuing.close}
        onIssued={(id) => {
          issuing.close()
          setIssuedId(id)
          setView('issued')
        }}
      />
    </div>
  )
}
