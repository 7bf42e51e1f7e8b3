import { Button, MultiSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import {
  LONGEST_NAME,
  MACRO_SCOPES,
  type MacroConditions,
  type MacroFile,
  MOST_STEPS,
} from '../../../shared/macros/model.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, orChinese, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './macros.module.css'
import { StepEditor } from './StepEditor.tsx'
import { emptyStep, formOf, type StepForm, stepOf } from './step-form.ts'
import { TryOut } from './TryOut.tsx'

type Props = {
  /** The macro that gets a new version; null for a new one. */
  before: MacroFile | null
  onSaved: (macro: MacroFile) => void
  onClose: () => void
}

const ANY: MacroConditions = { kinds: [], categories: [], tiers: [] }

/** Writes a macro: its name, who may use it, for which cases it is offered first, and its steps in their order. */
export function MacroEditor({ before, onSaved, onClose }: Props) {
  const t = useT('macros')
  const u = useT('ui')
  const nameOf = useName()
  const isLead = useSession((session) => session.user?.role) !== 'agent'
  const [name, setName] = useState(before?.name ?? { zh: '', en: '' })
  const [scope, setScope] = useState(before?.scope ?? 'own')
  const [conditions, setConditions] = useState(before?.conditions ?? ANY)
  const [forms, setForms] = useState<readonly StepForm[]>(() => before?.steps.map(formOf) ?? [emptyStep(0)])
  const save = useCommand('macros.save', { quiet: true })
  const steps = forms.flatMap((form) => stepOf(form) ?? [])
  const isWhole = steps.length === forms.length
  const submit = async () => {
    const basedOn = before && { id: before.id, version: before.version }
    const saved = await save.run({ basedOn, scope, macro: { name, conditions, steps } })
    if (!saved.ok) return
    tellDone(t('saved', { name: nameOf(orChinese(saved.value.name)), version: saved.value.version }))
    onSaved(saved.value)
  }
  const title = before ? t('changeTitle', { name: nameOf(orChinese(before.name)) }) : t('write')
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <form
        className={styles.form}
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole && !save.isBusy) void submit()
        }}
      >
        <div className={styles.fields}>
          <TextInput
            label={t('edit.nameZh')}
            withAsterisk
            maxLength={LONGEST_NAME}
            value={name.zh}
            error={save.fieldErrors['macro.name.zh']}
            onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          />
          <TextInput
            label={t('edit.nameEn')}
            maxLength={LONGEST_NAME}
            value={name.en}
            error={save.fieldErrors['macro.name.en']}
            onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          />
        </div>
        {before === null && isLead && (
          <SegmentedControl
            aria-label={t('edit.scope')}
            data={MACRO_SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
            value={scope}
            onChange={setScope}
          />
        )}
        <Conditions value={conditions} onChange={setConditions} />
        <KeptAbout value={before?.id ?? 'new'}>
          <StepList forms={forms} onChange={setForms} errors={save.fieldErrors} />
        </KeptAbout>
        <FailureAlert failure={save.failure} />
        <div className={record.buttons}>
          <Button variant="subtle" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button type="submit" loading={save.isBusy} disabled={!isWhole || name.zh.trim() === ''}>
            {u('actions.save')}
          </Button>
        </div>
        <KeepLines kind="macros-lines" subject={before?.id ?? 'new'} />
      </form>
      {isWhole && <TryOut steps={steps} />}
    </DetailPanel>
  )
}

type ListProps = {
  forms: readonly StepForm[]
  onChange: (forms: readonly StepForm[]) => void
  errors: Record<string, string>
}

function StepList({ forms, onChange, errors }: ListProps) {
  const t = useT('macros')
  const key = useRef(forms.length)
  const move = (place: number, by: 1 | -1) => {
    const [moved, ...rest] = [forms[place], ...forms.filter((_, i) => i !== place)]
    if (moved) onChange(rest.filter((one) => one !== undefined).toSpliced(place + by, 0, moved))
  }
  return (
    <>
      {forms.map((form, place) => (
        <StepEditor
          key={form.key}
          form={form}
          place={place}
          count={forms.length}
          error={errors[`macro.steps.${place}.text`]}
          set={(change) => onChange(forms.map((one, i) => (i === place ? { ...one, ...change } : one)))}
          onMove={(by) => move(place, by)}
          onRemove={() => onChange(forms.filter((_, i) => i !== place))}
        />
      ))}
      {forms.length < MOST_STEPS && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              key.current += 1
              onChange([...forms, emptyStep(key.current)])
            }}
          >
            {t('edit.addStep')}
          </Button>
        </div>
      )}
    </>
  )
}

type ConditionsProps = { value: MacroConditions; onChange: (value: MacroConditions) => void }

function Conditions({ value, onChange }: ConditionsProps) {
  const t = useT('macros')
  const nameOf = useName()
  const classes = useClasses()
  const kinds = choicesOf(CASE_KIND_NAMES, nameOf)
  const tiers = choicesOf(MEMBER_TIER_NAMES, nameOf)
  return (
    <div>
      <div className={styles.faint}>{t('edit.for')}</div>
      <div className={styles.fields}>
        <MultiSelect
          label={t('edit.kinds')}
          data={kinds}
          value={value.kinds}
          onChange={(chosen) =>
            onChange({ ...value, kinds: kinds.flatMap((one) => (chosen.includes(one.value) ? [one.value] : [])) })
          }
        />
        <MultiSelect
          label={t('edit.categories')}
          searchable
          data={categoryChoices(classes.offered.categories, classes, nameOf)}
          value={value.categories}
          onChange={(categories) => onChange({ ...value, categories })}
        />
        <MultiSelect
          label={t('edit.tiers')}
          data={tiers}
          value={value.tiers}
          onChange={(chosen) =>
            onChange({ ...value, tiers: tiers.flatMap((one) => (chosen.includes(one.value) ? [one.value] : [])) })
          }
        />
      </div>
    </div>
  )
}
