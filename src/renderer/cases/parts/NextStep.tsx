import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { CaseView, NextAction } from '../../../shared/cases/views.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { orderedActions } from '../next-actions.ts'
import { useRecordName } from '../record-name.ts'
import styles from './page.module.css'
import { StepForm } from './StepForm.tsx'
import stages from './stages.module.css'

/** What has to be done next, with its form in place; other steps that are possible stand beside it. */
export function NextStep({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const actions = orderedActions(view.nextActions)
  const [chosen, setChosen] = useState(actions[0]?.id)
  const action = actions.find((one) => one.id === chosen) ?? actions[0]
  if (!action) return null
  return (
    <Section
      title={t('page.next')}
      level={2}
      actions={
        actions.length > 1 && (
          <fieldset className={styles.ways} aria-label={t('page.chooseStep')}>
            {actions.map((one) => (
              <UnstyledButton
                key={one.id}
                className={styles.way}
                aria-pressed={one.id === action.id}
                data-blocked={!one.isAllowed || undefined}
                onClick={() => setChosen(one.id)}
              >
                {nameOf(one.name)}
              </UnstyledButton>
            ))}
          </fieldset>
        )
      }
    >
      {action.isAllowed ? (
        <StepForm key={action.id} view={view} action={action} />
      ) : (
        <Blocked view={view} action={action} />
      )}
    </Section>
  )
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
