import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Campaigns } from './Campaigns.tsx'
import styles from './outreach.module.css'
import { WorkList } from './WorkList.tsx'

const VIEWS = ['work', 'campaigns'] as const
type View = (typeof VIEWS)[number]

/** Approaching members of the desk's own accord: one's own list, and the campaigns with their results. */
export function OutreachTab() {
  const t = useT('outreach')
  const [view, setView] = useState<View>('work')
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'work')}
          data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      </div>
      {view === 'work' ? <WorkList /> : <Campaigns />}
    </>
  )
}
