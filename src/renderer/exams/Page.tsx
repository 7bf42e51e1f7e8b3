import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { AttemptSheet } from './parts/AttemptSheet.tsx'
import { BankTab } from './parts/BankTab.tsx'
import { ExamsTab } from './parts/ExamsTab.tsx'
import { MineTab } from './parts/MineTab.tsx'
import { PapersTab } from './parts/PapersTab.tsx'
import { Sitting } from './parts/Sitting.tsx'

/** What stands in place of the lists: an exam that is being sat, or a sheet that is read or marked. */
export type Open = { kind: 'sit'; examId: string } | { kind: 'sheet'; attemptId: string }

/** Knowledge exams (S3-99): one's own, and for leads exams, papers and the question bank. */
export function Page() {
  const t = useT('exams')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [tab, setTab] = useState(isAgent ? 'mine' : 'exams')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      {open?.kind === 'sit' && <Sitting examId={open.examId} onClose={close} />}
      {open?.kind === 'sheet' && <AttemptSheet attemptId={open.attemptId} onClose={close} />}
      {open === null && (
        <Tabs
          value={tab}
          onChange={(value) => setTab(value ?? 'mine')}
          keepMounted={false}
          className={styles.tabs ?? ''}
        >
          <Tabs.List>
            <Tabs.Tab value="mine">{t('tabs.mine')}</Tabs.Tab>
            {!isAgent && <Tabs.Tab value="exams">{t('tabs.exams')}</Tabs.Tab>}
            {!isAgent && <Tabs.Tab value="papers">{t('tabs.papers')}</Tabs.Tab>}
            {!isAgent && <Tabs.Tab value="bank">{t('tabs.bank')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="mine" className={styles.panel ?? ''}>
            <MineTab onOpen={setOpen} />
          </Tabs.Panel>
          <Tabs.Panel value="exams" className={styles.panel ?? ''}>
            <ExamsTab onOpen={setOpen} />
          </Tabs.Panel>
          <Tabs.Panel value="papers" className={styles.panel ?? ''}>
            <PapersTab />
          </Tabs.Panel>
          <Tabs.Panel value="bank" className={styles.panel ?? ''}>
            <BankTab />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}
