import { Button, Group, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { CaseView, NextAction } from '../../../shared/cases/views.ts'
import type { StepData } from '../../../shared/workflow/model.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { initialData, orderedActions, sentData } from '../next-actions.ts'
import { useName } from '../use-name.ts'
import styles from './page.module.css'
import { StepField } from './StepField.tsx'

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
                disabled={!one.isAllowed}
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
        <p className={styles.none}>
          {nameOf(action.name)}: {failureText({ code: 'RULE', rule: action.reason ?? '', params: action.reasonParams })}
        </p>
      )}
    </Section>
  )
}

function StepForm({ view, action }: { view: CaseView; action: NextAction }) {
  const t = useT('cases')
  const nameOf = useName()
  const [data, setData] = useState<StepData>(() => initialData(action, view, Date.now()))
  const step = useCommand('cases.advance', { quiet: true })
  const fields = action.fields.filter((field) => !action.recorded.includes(field.name))
  const recorded = action.fields.filter((field) => action.recorded.includes(field.name))
  const take = async () => {
    const result = await step.run({ id: view.id, step: action.id, data: sentData(data), expectedSeq: view.lastSeq })
    if (result.ok) tellDone(t('page.taken', { name: nameOf(action.name) }))
  }
  useShortcut(
    { id: 'cases.take', keys: 'mod+enter', label: t('page.take'), group: t('title'), always: true },
    () => void take(),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      {fields.length > 0 && (
        <div className={styles.stepFields}>
          {fields.map((field) => (
            <StepField
              key={field.name}
              field={field}
              value={data[field.name] ?? null}
              error={step.fieldErrors[`data.${field.name}`]}
              isExcused={field.unless !== undefined && Boolean(data[field.unless])}
              onChange={(value) => {
                setData((old) => ({ ...old, [field.name]: value }))
                if (step.failure) step.clear()
              }}
            />
          ))}
        </div>
      )}
      {recorded.length > 0 && (
        <p className={styles.none}>
          {t('page.recorded', { fields: recorded.map((field) => nameOf(field.label)).join(' · ') })}
        </p>
      )}
      {step.failure && step.failure.code !== 'INVALID_INPUT' && <FailureAlert failure={step.failure} />}
      <Group justify="flex-end" mt="xs">
        <Button type="submit" loading={step.isBusy}>
          {nameOf(action.name)}
        </Button>
      </Group>
    </form>
  )
}
