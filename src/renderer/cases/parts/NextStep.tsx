import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CaseView, NextAction } from '../../../shared/cases/views.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useName } from '../../ui/use-name.ts'
import { orderedActions } from '../next-actions.ts'
import { useRecordName } from '../record-name.ts'
import styles from './page.module.css'
import { StepForm } from './StepForm.tsx'
import stages from './stages.module.css'

/**
 * What has to be done next, with its form in place; other steps that are possible stand beside it. Of a case that ended
 * nothing is due: its steps are folded until one is chosen, and again when that is chosen once more. A form that
 * somebody is writing stays where it is, whatever others do to the case meanwhile.
 */
export function NextStep({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const actions = orderedActions(view.nextActions)
  const [first] = actions
  const [chosen, setChosen] = useState(view.isOpen ? first?.id : undefined)
  const [held, setHeld] = useState<NextAction | null>(null)
  const now = `${view.state} ${view.round}`
  const [place, setPlace] = useState(now)
  if (place !== now && held === null) {
    setPlace(now)
    setChosen(view.isOpen ? first?.id : undefined)
  }
  const found = actions.find(({ id }) => id === chosen)
  const kept = held?.id === chosen ? (held ?? undefined) : undefined
  const action = found ?? kept ?? (view.isOpen ? first : undefined)
  const isHeld = held !== null && held.id === action?.id
  const unfolded = useRef<HTMLDivElement>(null)
  const isMet = useRef(true)
  const choose = (id: string) => {
    isMet.current = view.isOpen
    setChosen(id === chosen && !view.isOpen ? undefined : id)
  }
  useEffect(() => {
    if (isMet.current || action === undefined) return
    isMet.current = true
    unfolded.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus()
  }, [action])
  const isOver = !view.isOpen && !actions.some(({ isAllowed }) => isAllowed)
  if (!isHeld && (isOver || !first)) return null
  return (
    <Section
      title={t('page.next')}
      level={2}
      actions={
        (actions.length > 1 || !view.isOpen) && (
          <fieldset className={styles.ways} aria-label={t('page.chooseStep')}>
            {actions.map((one) => (
              <UnstyledButton
                key={one.id}
                className={styles.way}
                aria-pressed={one.id === action?.id}
                data-blocked={!one.isAllowed || undefined}
                onClick={() => choose(one.id)}
              >
                {nameOf(one.name)}
              </UnstyledButton>
            ))}
          </fieldset>
        )
      }
    >
      <div ref={unfolded}>
        {action === undefined ? (
          <Folded onUnfold={() => first && choose(first.id)} />
        ) : action.isAllowed || isHeld ? (
          <StepForm
            key={`${place} ${action.id}`}
            view={view}
            action={action}
            isHere={found !== undefined}
            onHold={setHeld}
          />
        ) : (
          <Blocked view={view} action={action} />
        )}
      </div>
    </Section>
  )
}

/** The case ended: the key that completes a step unfolds the first one here, so that none is taken by accident. */
function Folded({ onUnfold }: { onUnfold: () => void }) {
  const t = useT('cases')
  useShortcut(
    { id: 'cases.unfold', keys: 'mod+enter', label: t('page.unfold'), group: t('title'), always: true },
    onUnfold,
  )
  return <p className={styles.none}>{t('page.nothingDue')}</p>
}

/** Why a step cannot be taken now, and what is still missing for it. */
function Blocked({ view, action }: { view: CaseView; action: NextAction }) {
  const t = useT('cases')
  const nameOf = useName()
  const recordName = useRecordName(view)
  const missing = action.needs.filter(({ isMet }) => !isMet).map(({ record }) => recordName(record))
  return (
    <div className={styles.none}>
      {nameOf(action.name)}: {failureText({ code: 'RULE', rule: action.reason ?? '', params: action.reasonParams })}
      {missing.length > 0 && action.reason?.startsWith('case-record') && (
        <p className={stages.missing}>{t('stage.missing', { names: missing.join(' · ') })}</p>
      )}
    </div>
  )
}
