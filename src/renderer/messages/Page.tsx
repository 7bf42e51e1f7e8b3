import { SegmentedControl } from '@mantine/core'
import { Suspense, useState } from 'react'
import { MESSAGE_CHANNELS, OCCASIONS } from '../../shared/messages/words.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { Section } from '../ui/DetailPanel.tsx'
import { go } from '../ui/navigation.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { slots } from '../ui/slots.ts'
import { CareTab } from './care/CareTab.tsx'
import styles from './messages.module.css'
import { MessagesTab } from './parts/MessagesTab.tsx'
import { TemplatesTab } from './parts/TemplatesTab.tsx'
import { WriteForm } from './parts/WriteForm.tsx'

const TABS = ['waiting', 'sent', 'care', 'outreach', 'templates'] as const
type Tab = (typeof TABS)[number]

/** What the desk tells its customers and how it cares for them: what waits, what went, care, and the wordings. */
export function Page({ params }: PageProps) {
  const t = useT('messages')
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === params.tab) ?? 'waiting')
  return (
    <div className="page">
      <PageHeader title={t('title')}>
        <SegmentedControl
          aria-label={t('tabs.label')}
          value={tab}
          onChange={(value) => setTab(TABS.find((one) => one === value) ?? 'waiting')}
          data={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        />
      </PageHeader>
      {typeof params.careId === 'string' && (
        <div className={styles.writing}>
          <Section title={t('write.open')} level={2}>
            <WriteForm
              key={params.careId}
              about={{ careId: params.careId }}
              start={{
                occasion: OCCASIONS.find((one) => one === params.occasion) ?? 'care',
                channel: MESSAGE_CHANNELS.find((one) => one === params.channel) ?? 'sms',
              }}
              onDone={() => {
                setTab('waiting')
                go('messages')
              }}
            />
          </Section>
        </div>
      )}
      {tab === 'care' && <CareTab />}
      {tab === 'outreach' && (
        <Suspense fallback={null}>
          <slots.outreach />
        </Suspense>
      )}
      {tab === 'templates' && <TemplatesTab />}
      {(tab === 'waiting' || tab === 'sent') && <MessagesTab key={tab} isSent={tab === 'sent'} />}
    </div>
  )
}
