import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { LONGEST, MACRO_ACTS } from '../../../shared/macros/model.ts'
import { MACRO_VARIABLES } from '../../../shared/macros/variables.ts'
import { VARIABLE_NAMES } from '../../../shared/messages/variables.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from './macros.module.css'
import { StepFields } from './StepFields.tsx'
import type { StepForm } from './step-form.ts'

type Props = {
  form: StepForm
  place: number
  count: number
  error: string | undefined
  set: (change: Partial<StepForm>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** One step of a macro as it is written: its kind, its fields, its words with variables. */
export function StepEditor({ form, place, count, error, set, onMove, onRemove }: Props) {
  const t = useT('macros')
  const act = t(`acts.${form.act}`)
  return (
    <fieldset className={styles.step} aria-label={t('step', { place: place + 1, act })}>
      <div className={styles.line}>
        <strong>{t('step', { place: place + 1, act })}</strong>
        <span className={styles.push}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('edit.up', { place: place + 1 })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('edit.down', { place: place + 1 })}
            disabled={place === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('edit.remove', { place: place + 1 })}
            disabled={count === 1}
            onClick={onRemove}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </span>
      </div>
      <div className={styles.fields}>
        <ChoiceField
          label={t('edit.stepKind')}
          data={MACRO_ACTS.map((value) => ({ value, label: t(`acts.${value}`) }))}
          value={form.act}
          onChange={(next) => set({ act: next })}
        />
        <StepFields form={form} set={set} />
        {LONGEST[form.act] > 0 && <Words form={form} place={place} error={error} set={set} />}
      </div>
    </fieldset>
  )
}

function Words({ form, place, error, set }: Pick<Props, 'form' | 'place' | 'error' | 'set'>) {
  const t = useT('macros')
  const nameOf = useName()
  const field = useRef<HTMLTextAreaElement>(null)
  const isFree = form.act === 'assess' || form.act === 'assign'
  const label = isFree ? t('edit.remark') : form.act === 'class' ? t('edit.reason') : t('edit.text')
  const insert = (name: string) => {
    const at = field.current?.selectionEnd ?? form.text.length
    set({ text: `${form.text.slice(0, at)}{{${name}}}${form.text.slice(at)}` })
  }
  return (
    <div className={styles.wide}>
      <TextArea
        ref={field}
        keep={{ kind: 'macros-step', subject: `${place} ${form.act}` }}
        label={label}
        withAsterisk={!isFree}
        minRows={2}
        maxRows={10}
        maxLength={LONGEST[form.act]}
        value={form.text}
        error={error}
        data-knowledge
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="subtle" size="compact-xs">
            {t('edit.insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MACRO_VARIABLES.map((name) => (
            <Menu.Item key={name} onClick={() => insert(name)}>
              {nameOf(VARIABLE_NAMES[name])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
