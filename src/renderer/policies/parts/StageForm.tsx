import { Button, Group, Modal, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ROLES } from '../../../shared/roles.ts'
import { type WorkflowState, workflowState } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { NamePair } from './NamePair.tsx'

type Props = { stage: WorkflowState; onTake: (stage: WorkflowState) => void; onClose: () => void }

/** One stage: its name, what the customer is told of it, and who looks after a case that stands there. */
export function StageForm({ stage: start, onTake, onClose }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const [stage, setStage] = useState(start)
  const [isWrong, setWrong] = useState(false)
  const take = () => {
    const read = workflowState.safeParse(stage)
    if (read.success) onTake(read.data)
    else setWrong(true)
  }
  return (
    <Modal opened onClose={onClose} title={t('editor.stage')} closeButtonProps={{ 'aria-label': u('actions.close') }}>
      <Stack gap="sm">
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
        {!stage.isFinal && (
          <MultiSelect
            label={t('editor.ownerRoles')}
            data={ROLES.map((role) => ({ value: role, label: u(`roles.${role}`) }))}
            value={stage.ownerRoles}
            onChange={(values) => setStage({ ...stage, ownerRoles: ROLES.filter((role) => values.includes(role)) })}
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
