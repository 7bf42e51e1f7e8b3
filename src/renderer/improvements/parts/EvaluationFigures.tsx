import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { COMPUTED_FIGURE_NAMES, COMPUTED_UNITS } from '../../../shared/improvements/evaluation-words.ts'
import type { EvaluationSheet } from '../../../shared/improvements/evaluations.ts'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { StatCard } from '../../ui/StatCard.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './improvements.module.css'

/** Figures the desk worked out from the period's cases, and those somebody entered. */
export function EvaluationFigures({ sheet }: { sheet: EvaluationSheet }) {
  const t = useT('evaluations')
  const nameOf = useName()
  const [isAdding, setAdding] = useState(false)
  const recompute = useCommand('evaluations.recompute')
  const { computed, computedAt, entered } = sheet.figures
  return (
    <>
      <div className={styles.figures}>
        {computed.map(({ code, value }) => (
          <StatCard
            key={code}
            label={nameOf(COMPUTED_FIGURE_NAMES[code])}
            value={value ?? t('noFigure')}
            note={value === null ? undefined : nameOf(COMPUTED_UNITS[code])}
          />
        ))}
        {entered.map(({ name, value, unit }) => (
          <StatCard key={name} label={name} value={value} note={unit} />
        ))}
      </div>
      {computedAt !== null && <div className={record.faint}>{t('computedAt', { time: dateTimeText(computedAt) })}</div>}
      {sheet.state === 'open' && (
        <div className={record.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('addFigure')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={recompute.isBusy}
            onClick={() => void recompute.run({ id: sheet.id })}
          >
            {t('recompute')}
          </Button>
        </div>
      )}
      {isAdding && <AddFigure id={sheet.id} onClose={() => setAdding(false)} />}
    </>
  )
}

function AddFigure({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('evaluations')
  const u = useT('ui')
  const [name, setName] = useState('')
  const [value, setValue] = useState<number | null>(null)
  const [unit, setUnit] = useState('%')
  const add = useCommand('evaluations.addFigure', { quiet: true })
  const save = async () => {
    if (value !== null && (await add.run({ id, name, value, unit })).ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-figure-lines', subject: id }}
      title={t('addFigure')}
      save={u('actions.save')}
      failure={add.failure}
      isBusy={add.isBusy}
      isReady={name.trim() !== '' && value !== null && unit.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('fields.figure')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FieldRow>
        <FigureField label={t('fields.value')} value={value} onChange={setValue} />
        <TextInput
          label={t('fields.unit')}
          maxLength={20}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
      </FieldRow>
    </FormDialog>
  )
}
