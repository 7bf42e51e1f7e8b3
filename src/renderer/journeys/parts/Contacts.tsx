import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyView } from '../../../shared/journeys/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { AddContactDialog } from './AddContactDialog.tsx'
import { ContactList } from './ContactList.tsx'
import styles from './journeys.module.css'

/** S4-60: the planned contacts with the travellers. */
export function Contacts({ journey: { tripId, contacts, state } }: { journey: JourneyView }) {
  const t = useT('journeys')
  const [isAdding, setAdding] = useState(false)
  const schedule = useCommand('journeys.schedule')
  const isOpen = state === 'open'
  const plan = async () => {
    const planned = await schedule.run({ tripId })
    if (planned.ok) tellDone(t('saved'))
  }
  return (
    <Section
      title={t('contacts.title')}
      actions={
        isOpen && (
          <div className={styles.push}>
            <Button size="compact-sm" variant="default" loading={schedule.isBusy} onClick={() => void plan()}>
              {t('contacts.schedule')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {t('contacts.add')}
            </Button>
          </div>
        )
      }
    >
      <ContactList
        label={t('contacts.title')}
        contacts={contacts.filter(({ purpose }) => purpose === 'tracking')}
        empty={t('contacts.empty')}
        isOpen={isOpen}
      />
      {isAdding && <AddContactDialog tripId={tripId} onClose={() => setAdding(false)} />}
    </Section>
  )
}
