import { Button, Checkbox, Group, Modal, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PolicyProblem } from '../../../shared/policies/model.ts'
import { ROLES } from '../../../shared/roles.ts'
import { PAUSABLE_CLOCKS, type WorkflowState, workflowState } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { side } from '../words.ts'
import { pausableOptions } from '../workflow-edit.ts'
import { Faults } from './Faults.tsx'
import { NamePair } from './NamePair.tsx'

type Props = {
  stage: WorkflowState
  isNew: boolean
  problems: readonly PolicyProblem[]
  onTake: (stage: WorkflowState) => void
  onClose: () => void
}

/** One stage: its name, what the customer is told of it, and who looks after a case that stands there. */
export function StageForm({ stage: start, isNew, problems, onTake, onClose }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const [stage, setStage] = useState(start)
  const [isWrong, setWrong] = useState(false)
  const lacksOwner = !stage.isFinal && stage.ownerRoles.length === 0
  const take = () => {
    const read = workflowState.safeParse(stage.isFinal ? { ...stage, ownerRoles: [], pauses: undefined } : stage)
    if (read.success && !lacksOwner) onTake(read.data)
    else setWrong(true)
  }
  return (
    <Modal opened onClose={onClose} title={t('editor.stage')} closeButtonProps={{ 'aria-label': u('actions.close') }}>
      <Stack gap="sm">
        <Faults problems={problems} at={stage.id} />
        <NamePair name={stage.name} isWrong={isWrong} onChange={(name) => setStage({ ...stage, name })} />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <TextInput
            label={t('editor.toldZh')}
            required
            value={stage.forCustomer.zh}
            error={isWrong && stage.forCustomer.zh === '' ? u('issues.invalid') : undefined}
            onChange={(event) =>
              setStage({ ...stage, forCustomer: { ...stage.forCustomer, zh: event.currentTarget.value } })
            }
          />
          <TextInput
            label={t('editor.toldEn')}
            required
            value={stage.forCustomer.en}
            error={isWrong && stage.forCustomer.en === '' ? u('issues.invalid') : undefined}
            onChange={(event) =>
              setStage({ ...stage, forCustomer: { ...stage.forCustomer, en: event.currentTarget.value } })
            }
          />
        </SimpleGrid>
        {isNew && (
          <Checkbox
            label={t('editor.isFinal')}
            checked={stage.isFinal}
            onChange={(event) => setStage({ ...stage, isFinal: event.currentTarget.checked })}
          />
        )}
        {!stage.isFinal && (
          <MultiSelect
            label={t('editor.ownerRoles')}
            required
            error={isWrong && lacksOwner ? u('issues.required') : undefined}
            data={ROLES.map((role) => ({ value: role, label: u(`roles.${role}`) }))}
            value={stage.ownerRoles}
            onChange={(values) => setStage({ ...stage, ownerRoles: ROLES.filter((role) => values.includes(role)) })}
          />
        )}
        {!stage.isFinal && (
          <MultiSelect
            label={t('editor.pausesHere')}
            description={t('editor.pausesHint')}
            data={pausableOptions(side())}
            value={stage.pauses ?? []}
            onChange={(values) => {
              const { pauses: _, ...rest } = stage
              const pauses = PAUSABLE_CLOCKS.filter((kind) => values.includes(kind))
              setStage(pauses.length === 0 ? rest : { ...rest, pauses })
            }}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button onClick={take}>{t('editor.take')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
