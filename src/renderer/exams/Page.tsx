import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageTabs } from '../ui/PageTabs.tsx'
import { AttemptSheet } from './parts/AttemptSheet.tsx'
import { BankTab } from './parts/BankTab.tsx'
import { ExamsTab } from './parts/ExamsTab.tsx'
import { MineTab } from './parts/MineTab.tsx'
import { PapersTab } from './parts/PapersTab.tsx'
import { Sitting } from './parts/Sitting.tsx'

const TABS = ['mine', 'exams', 'papers', 'bank'] as const
type Tab = (typeof TABS)[number]

/** What stands in place of the lists: an exam that is being sat, or a sheet that is read or marked. */
export type Open = { kind: 'sit'; examId: string } | { kind: 'sheet'; attemptId: string }

/** Knowledge exams (S3-99): one's own, and for leads exams, papers and the question bank. */
export function Page() {
  const t = useT('exams')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState<Tab>(isAgent ? 'mine' : 'exams')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const shown = TABS.filter((one) => one === 'mine' || !isAgent)
  const contents: Record<Tab, () => React.ReactNode> = {
    mine: () => <MineTab onOpen={setOpen} />,
    exams: () => <ExamsTab onOpen={setOpen} />,
    papers: () => <PapersTab />,
    bank: () => <BankTab />,
  }
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      {open?.kind === 'sit' && <Sitting examId={open.examId} onClose={close} />}
      {open?.kind === 'sheet' && <AttemptSheet attemptId={open.attemptId} onClose={close} />}
      {open === null && (
        <PageTabs
          tabs={shown.map((id) => ({ id, label: t(`tabs.${id}`), content: contents[id] }))}
          value={tab}
          onChange={setTab}
        />
      )}
    </div>
  )
}
