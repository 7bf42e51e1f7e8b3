import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { EVENT_NAMES, namesIn } from '../../../shared/policies/words.ts'
import type { WorkflowDefinition, WorkflowTransition } from '../../../shared/workflow/model.ts'
import { REGISTER } from '../../../shared/workflow/records.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { Faults } from './Faults.tsx'

type Props = {
  policy: WorkflowDefinition
  shown: readonly WorkflowTransition[]
  problems: readonly PolicyProblem[]
  onEdit: (step: WorkflowTransition) => void
  onRemove: (id: string) => void
}

/** The steps of a draft: where each leads, who takes it, what it tells the limits and asks, and what is wrong with it. */
export function TransitionsTable({ policy, shown, problems, onEdit, onRemove }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const nameOf = (id: string) => policy.states.find((state) => state.id === id)?.name[side()] ?? id
  const joined = (words: readonly string[]) => words.join(side() === 'zh' ? '、' : ', ')
  return (
    <table className={styles.table} aria-label={t('editor.steps')}>
      <thead>
        <tr>
          <th aria-label={t('editor.step')} />
          {(['step', 'goes', 'roles', 'emits', 'asks'] as const).map((name) => (
            <th key={name}>{t(`editor.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((step) => (
          <tr key={step.id}>
            <td className={styles.nowrap}>
              <ActionIcon
                variant="subtle"
                aria-label={t('editor.editStep', { name: step.name[side()] })}
                onClick={() => onEdit(step)}
              >
                <IconPencil size={15} />
              </ActionIcon>
              {step.id !== REGISTER && (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('editor.removeStep', { name: step.name[side()] })}
                  onClick={() => onRemove(step.id)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </td>
            <td>
              <strong>{step.name[side()]}</strong>
              <Faults problems={problems} at={step.id} />
            </td>
            <td>
              {joined(step.from.map(nameOf))} → {nameOf(step.to)}
            </td>
            <td>{joined(step.roles.map((role) => (role === 'system' ? t('editor.system') : u(`roles.${role}`))))}</td>
            <td>{namesIn(EVENT_NAMES, step.emits, side())}</td>
            <td>{joined(step.fields.map(({ label }) => label[side()])) || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
