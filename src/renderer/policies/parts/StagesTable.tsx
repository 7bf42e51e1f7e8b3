import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import type { WorkflowDefinition, WorkflowState } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { isFixedStage } from '../workflow-edit.ts'
import { Faults } from './Faults.tsx'

type Props = {
  policy: WorkflowDefinition
  shown: readonly WorkflowState[]
  problems: readonly PolicyProblem[]
  onEdit: (stage: WorkflowState) => void
  onRemove: (stage: WorkflowState) => void
}

/** The stages of a draft: who looks after each, which limits stand still there, and what is wrong with it. */
export function StagesTable({ policy, shown, problems, onEdit, onRemove }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const joined = (words: readonly string[]) => words.join(side() === 'zh' ? '、' : ', ') || '—'
  return (
    <table className={styles.table} aria-label={t('editor.stages')}>
      <thead>
        <tr>
          <th aria-label={t('editor.stage')} />
          <th>{t('editor.stage')}</th>
          <th>{t('editor.ownerRoles')}</th>
          <th>{t('editor.pausesHere')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((stage) => (
          <tr key={stage.id}>
            <td className={styles.nowrap}>
              <ActionIcon
                variant="subtle"
                aria-label={t('editor.editStage', { name: stage.name[side()] })}
                onClick={() => onEdit(stage)}
              >
                <IconPencil size={15} />
              </ActionIcon>
              {!isFixedStage(policy, stage.id) && (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('editor.removeStage', { name: stage.name[side()] })}
                  onClick={() => onRemove(stage)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </td>
            <td>
              <strong>{stage.name[side()]}</strong>
              <Faults problems={problems} at={stage.id} />
            </td>
            <td>{stage.isFinal ? t('editor.isFinal') : joined(stage.ownerRoles.map((role) => u(`roles.${role}`)))}</td>
            <td>{joined((stage.pauses ?? []).map((kind) => CLOCK_KIND_NAMES[kind][side()]))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
