import { stepSourceText } from '../../../shared/policies/clock-words.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import type { StepClocks, WorkflowDefinition, WorkflowTransition } from '../../../shared/workflow/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { layOut } from '../layout.ts'
import { useClockLines } from '../use-clock-lines.ts'
import { useNameOf } from '../use-name-of.ts'
import { useNeedWords } from '../use-need-words.ts'
import { useRecordWords } from '../use-record-words.ts'
import styles from './workflow.module.css'

type Props = {
  definition: WorkflowDefinition
  clocks: readonly StepClocks[]
  state: string | null
  count: number
}

/** One stage: who looks after it, the words for the customer, and every step that leads on with what it asks. */
export function StateDetail({ definition, clocks, state, count }: Props) {
  const t = useT('workflow')
  const u = useT('ui')
  const nameOf = useNameOf()
  const found = definition.states.find(({ id }) => id === state)
  if (!found) {
    return (
      <aside className={styles.detail}>
        <p className={styles.faint}>{t('state.pick')}</p>
      </aside>
    )
  }
  const steps = definition.transitions.filter(({ from }) => from.includes(found.id))
  const many = layOut(definition).fromMany.get(found.id) ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <aside className={styles.detail} aria-label={nameOf(found.name)} tabIndex={0}>
      <Section title={nameOf(found.name)} level={2}>
        <Facts
          columns={2}
          facts={[
            { label: t('state.forCustomer'), value: nameOf(found.forCustomer) },
            {
              label: t('state.owners'),
              value: found.isFinal ? t('state.nobody') : found.ownerRoles.map((role) => u(`roles.${role}`)).join(' · '),
            },
            ...(found.pauses?.length
              ? [
                  {
                    label: t('state.still'),
                    value: found.pauses.map((kind) => nameOf(CLOCK_KIND_NAMES[kind])).join(' · '),
                  },
                ]
              : []),
            { label: t('state.open'), value: count },
          ]}
        />
        {many.length > 0 && (
          <p className={styles.faint}>
            {t('state.fromMany', { names: many.map(({ name }) => nameOf(name)).join(' · ') })}
          </p>
        )}
      </Section>
      <Section title={t('state.steps')} level={2}>
        {steps.length === 0 ? (
          <p className={styles.faint}>{t('state.none')}</p>
        ) : (
          <ul className={styles.steps}>
            {steps.map((step) => (
              <li key={step.id}>
                <Step step={step} definition={definition} clocks={clocks.find((one) => one.step === step.id)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </aside>
  )
}

type StepProps = { step: WorkflowTransition; definition: WorkflowDefinition; clocks: StepClocks | undefined }

function Step({ step, definition, clocks }: StepProps) {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const target = definition.states.find(({ id }) => id === step.to)
  return (
    <>
      <div className={styles.stepHead}>
        <strong>{nameOf(step.name)}</strong>
        <span className={styles.faint}>{t('state.to', { state: target ? nameOf(target.name) : step.to })}</span>
        {step.requirement && <span className={styles.code}>{step.requirement}</span>}
      </div>
      <Lines lines={[...useLines(step, definition), ...useClockLines(clocks)]} />
    </>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <div key={line} className={styles.faint}>
        {line}
      </div>
    ))
}

function useLines(step: WorkflowTransition, definition: WorkflowDefinition): string[] {
  const t = useT('workflow')
  const language = useLanguage()
  const u = useT('ui')
  const nameOf = useNameOf()
  const recordWords = useRecordWords(definition)
  const roles = step.roles.map((role) => (role === 'system' ? t('state.system') : u(`roles.${role}`))).join(' · ')
  const fields = (isRequired: boolean) =>
    step.fields
      .filter((field) => field.isRequired === isRequired)
      .map(({ label, unless }) => nameOf(label) + (unless ? t('state.unless', { name: recordWords(unless) }) : ''))
      .join(' · ')
  const needs = step.needs.map(useNeedWords(recordWords))
  const asked = fields(true)
  const optional = fields(false)
  const figures = [
    step.withinDays === undefined ? '' : t('state.within', { days: step.withinDays }),
    step.afterDays === undefined ? '' : t('state.after', { days: step.afterDays }),
    step.keepYears === undefined ? '' : t('state.kept', { years: step.keepYears }),
  ].filter((text) => text !== '')
  return [
    t('state.roles', { roles }) + (step.who ? ` · ${t(`state.${step.who}`)}` : ''),
    step.follows ? t('state.follows') : '',
    asked === '' ? '' : t('state.fields', { names: asked }),
    optional === '' ? '' : t('state.optional', { names: optional }),
    needs.length === 0 ? '' : t('state.needs', { names: needs.join(' · ') }),
    figures.length === 0 ? '' : [...figures, stepSourceText(step, language === 'en' ? 'en' : 'zh')].join(' · '),
  ]
}
