import { ActionIcon, Button, Checkbox, Group, MultiSelect, Select, SimpleGrid, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { CASE_KIND_NAMES, SEVERITIES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import {
  STEP_PEOPLE,
  type WorkflowDefinition,
  type WorkflowNeed,
  type WorkflowTransition,
} from '../../../shared/workflow/model.ts'
import { STEP_PEOPLE_NAMES } from '../../../shared/workflow/names.ts'
import { fieldsOf, recordsOf } from '../../../shared/workflow/records.ts'
import { sayIfKnown, useT } from '../../i18n/use-t.ts'
import { useNeedWords } from '../../workflow/use-need-words.ts'
import { useRecordWords } from '../../workflow/use-record-words.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'

type Props = {
  policy: WorkflowDefinition
  step: WorkflowTransition
  onChange: (part: Partial<WorkflowTransition>) => void
}

/** What guards a step: who in person may take it, for which kinds it is, and what must stand on record. */
export function StepNeeds({ policy, step, onChange }: Props) {
  const t = useT('policies')
  const [isOpen, setOpen] = useState(false)
  const adding = useRef<HTMLButtonElement>(null)
  const needWords = useNeedWords(useRecordWords(policy))
  const kinds = policy.caseKinds
  const back = () => setTimeout(() => adding.current?.focus())
  return (
    <FieldGroup name={t('editor.guards')}>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Select
          label={t('editor.who')}
          clearable
          placeholder={t('editor.anyone')}
          data={STEP_PEOPLE.map((value) => ({ value, label: STEP_PEOPLE_NAMES[value][side()] }))}
          value={step.who ?? null}
          onChange={(value) => onChange({ who: STEP_PEOPLE.find((one) => one === value) })}
        />
        {kinds.length > 1 && (
          <MultiSelect
            label={t('editor.onlyKinds')}
            data={kinds.map((value) => ({ value, label: CASE_KIND_NAMES[value][side()] }))}
            value={step.kinds ?? []}
            onChange={(values) => {
              const chosen = kinds.filter((kind) => values.includes(kind))
              onChange({ kinds: chosen.length === 0 ? undefined : chosen })
            }}
          />
        )}
      </SimpleGrid>
      {step.needs.length === 0 ? (
        <p className={styles.dim}>{t('editor.noNeeds')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('editor.needs')}>
          {step.needs.map((need, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two needs may say the same, and their place tells them apart
            <li key={place} className={styles.line}>
              {needWords(need)}
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={t('editor.removeNeed', { name: needWords(need) })}
                onClick={() => {
                  onChange({ needs: step.needs.filter((_, i) => i !== place) })
                  back()
                }}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button
        ref={adding}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('editor.addNeed')}
      </Button>
      {isOpen && (
        <NeedForm
          policy={policy}
          onTake={(need) => {
            onChange({ needs: [...step.needs, need] })
            setOpen(false)
            back()
          }}
          onClose={() => {
            setOpen(false)
            back()
          }}
        />
      )}
    </FieldGroup>
  )
}

type FormProps = { policy: WorkflowDefinition; onTake: (need: WorkflowNeed) => void; onClose: () => void }

function NeedForm({ policy, onTake, onClose }: FormProps) {
  const t = useT('policies')
  const u = useT('ui')
  const recordWords = useRecordWords(policy)
  const [need, setNeed] = useState<WorkflowNeed>({ record: '', orElse: [] })
  const [isWrong, setWrong] = useState(false)
  const records = [...recordsOf(policy)].map((value) => ({ value, label: recordWords(value) }))
  const field = fieldsOf(policy).find(({ name }) => name === need.record)
  const severities = need.when?.severities ?? []
  return (
    <Stack gap="sm" mt={8}>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Select
          label={t('editor.record')}
          data-autofocus
          required
          searchable
          data={records}
          value={need.record === '' ? null : need.record}
          error={isWrong && need.record === '' ? u('issues.required') : undefined}
          onChange={(record) => setNeed({ record: record ?? '', orElse: need.orElse })}
        />
        <MultiSelect
          label={t('editor.orElse')}
          searchable
          disabled={need.isAbsent === true}
          data={records.filter(({ value }) => value !== need.record)}
          value={need.orElse}
          onChange={(orElse) => setNeed({ ...need, orElse })}
        />
        {field?.options && (
          <MultiSelect
            label={t('editor.values')}
            data={field.options.map((value) => ({
              value,
              label: field.optionNames?.[value]?.[side()] ?? sayIfKnown(`cases:options.${value}`) ?? value,
            }))}
            value={need.is ?? []}
            onChange={(values) => {
              const { is: _, ...rest } = need
              setNeed(values.length === 0 ? rest : { ...rest, is: values })
            }}
          />
        )}
        <MultiSelect
          label={t('editor.onlySeverities')}
          data={SEVERITIES.map((value) => ({ value, label: SEVERITY_NAMES[value][side()] }))}
          value={[...severities]}
          onChange={(values) => {
            const { when: _, ...rest } = need
            const chosen = SEVERITIES.filter((one) => values.includes(one))
            setNeed(chosen.length === 0 ? rest : { ...rest, when: { severities: chosen } })
          }}
        />
      </SimpleGrid>
      <Checkbox
        label={t('editor.isAbsent')}
        checked={need.isAbsent === true}
        onChange={(event) => {
          const { isAbsent: _, ...rest } = need
          setNeed(event.currentTarget.checked ? { ...rest, orElse: [], isAbsent: true } : rest)
        }}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button variant="light" onClick={() => (need.record === '' ? setWrong(true) : onTake(need))}>
          {t('editor.takeNeed')}
        </Button>
      </Group>
    </Stack>
  )
}
