import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import type { PageProps } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from '../ui/record.module.css'
import { HonoursTab } from './parts/HonoursTab.tsx'
import { MineTab } from './parts/MineTab.tsx'
import { RankingTab } from './parts/RankingTab.tsx'
import { RoundTab } from './parts/RoundTab.tsx'
import { SchemeTab } from './parts/SchemeTab.tsx'

/** The monthly scorecards: one's own, the rounds of the desk, weights, ranking and honours (S3-94..S3-115). */
export function Page({ params }: PageProps) {
  const t = useT('scorecards')
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const wanted = typeof params.tab === 'string' ? params.tab : null
  const [tab, setTab] = useState(wanted ?? (isAgent ? 'mine' : 'round'))
  const month = typeof params.month === 'string' ? params.month : undefined
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'mine')} keepMounted={false} className={styles.tabs ?? ''}>
        <Tabs.List>
          {!isAgent && <Tabs.Tab value="round">{t('tabs.round')}</Tabs.Tab>}
          <Tabs.Tab value="mine">{t('tabs.mine')}</Tabs.Tab>
          <Tabs.Tab value="scheme">{t('tabs.scheme')}</Tabs.Tab>
          <Tabs.Tab value="ranking">{t('tabs.ranking')}</Tabs.Tab>
          <Tabs.Tab value="honours">{t('tabs.honours')}</Tabs.Tab>
        </Tabs.List>
        {!isAgent && (
          <Tabs.Panel value="round" className={styles.panel ?? ''}>
            <RoundTab month={month} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="mine" className={styles.panel ?? ''}>
          <MineTab />
        </Tabs.Panel>
        <Tabs.Panel value="scheme" className={styles.panel ?? ''}>
          <SchemeTab />
        </Tabs.Panel>
        <Tabs.Panel value="ranking" className={styles.panel ?? ''}>
          <RankingTab />
        </Tabs.Panel>
        <Tabs.Panel value="honours" className={styles.panel ?? ''}>
          <HonoursTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
