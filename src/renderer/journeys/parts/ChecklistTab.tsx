import { Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyItem, JourneyView } from '../../../shared/journeys/model.ts'
import { ITEM_KIND_NAMES, ITEM_STATE_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ITEM_TONES } from '../tones.ts'
import { AddItemDialog } from './AddItemDialog.tsx'
import { Journey } from './Journey.tsx'
import styles from './journeys.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'

/** S4-06 S4-15 S4-59: what is settled before the departure. */
export function ChecklistTab({ tripId }: { tripId: string }) {
  return <Journey tripId={tripId}>{(journey) => <Checklist journey={journey} />}</Journey>
}

function Checklist({ journey }: { journey: JourneyView }) {
  const t = useT('journeys')
  const isAgent = useSession((session) => session.user?.role) === 'agent'
  const [dialog, setDialog] = useState<'add' | 'template' | null>(null)
  const prepare = useCommand('journeys.prepare')
  const { tripId, items, isReady, state } = journey
  const isOpen = state === 'open'
  const left = items.filter((item) => item.state === 'open').length
  const close = () => setDialog(null)
  return (
    <Section
      title={t('checklist.title')}
      actions={
        <div className={styles.push}>
          {!isAgent && (
            <Button size="compact-sm" variant="subtle" onClick={() => setDialog('template')}>
              {t('checklist.template')}
            </Button>
          )}
          {isOpen && items.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('add')}>
              {t('checklist.add')}
            </Button>
          )}
        </div>
      }
    >
      {items.length === 0 ? (
        <EmptyState
          title={t('checklist.empty')}
          text={t('checklist.emptyText')}
          action={
            isOpen && (
              <Button loading={prepare.isBusy} onClick={() => void prepare.run({ tripId })}>
                {t('checklist.prepare')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <StateBadge
            tone={isReady ? 'good' : 'warn'}
            label={isReady ? t('checklist.ready') : t('checklist.open', { count: left })}
          />
          <ul className={styles.list} aria-label={t('checklist.title')}>
            {items.map((item) => (
              <Item key={item.id} item={item} isOpen={isOpen} />
            ))}
          </ul>
        </>
      )}
      {dialog === 'add' && <AddItemDialog tripId={tripId} onClose={close} />}
      {dialog === 'template' && <TemplateDialog onClose={close} />}
    </Section>
  )
}

function Item({ item, isOpen }: { item: JourneyItem; isOpen: boolean }) {
  const t = useT('journeys')
  const nameOf = useName()
  const [isAsking, setAsking] = useState(false)
  const settle = useCommand('journeys.settle')
  const { id, kind, state, note, settledAt, settledByName } = item
  const title = nameOf(item.title)
  const to = async (next: JourneyItem['state'], why = '') => {
    // What was ticked stands in the line: a notification for each would only cover the list.
    const settled = await settle.run({ id, state: next, note: why })
    return settled.ok
  }
  return (
    <li>
      <div className={flow.line}>
        <span className={styles.kind}>{nameOf(ITEM_KIND_NAMES[kind])}</span>
        <span>{title}</span>
        <StateBadge tone={ITEM_TONES[state]} label={nameOf(ITEM_STATE_NAMES[state])} />
        {settledAt !== null && (
          <span className={record.faint}>
            {t('checklist.by', { name: settledByName ?? '', time: dateTimeText(settledAt) })}
          </span>
        )}
        {isOpen && (
          <span className={styles.push}>
            {state === 'open' ? (
              <>
                <Button
                  size="compact-xs"
                  aria-label={`${t('checklist.done')} ${title}`}
                  loading={settle.isBusy}
                  onClick={() => void to('done')}
                >
                  {t('checklist.done')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t('checklist.notNeeded')} ${title}`}
                  onClick={() => setAsking(true)}
                >
                  {t('checklist.notNeeded')}
                </Button>
              </>
            ) : (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`${t('checklist.reopen')} ${title}`}
                loading={settle.isBusy}
                onClick={() => void to('open')}
              >
                {t('checklist.reopen')}
              </Button>
            )}
          </span>
        )}
      </div>
      {note !== '' && <div className={record.faint}>{note}</div>}
      {isAsking && (
        <ReasonDialog
          title={t('checklist.noteTitle', { title })}
          label={t('checklist.why')}
          keep={{ kind: 'journeys-not-needed', subject: item.id }}
          save={settle}
          onSave={(why) => to('notNeeded', why)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
