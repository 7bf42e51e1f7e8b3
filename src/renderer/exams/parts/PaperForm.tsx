import { ActionIcon, Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { BlueprintLine, PaperRow } from '../../../shared/exams/model.ts'
import { DIFFICULTY_NAMES, QUESTION_KIND_NAMES } from '../../../shared/exams/words.ts'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './exams.module.css'

const LINE: BlueprintLine = { topic: null, difficulty: null, kind: 'single', count: 5, points: 4 }

type Kept = { key: number; line: BlueprintLine }

type Props = { known: PaperRow | null; onDone?: (id: string) => void }

/** What a paper draws: rules of subject, difficulty and kind with a number of questions and their points. */
export function PaperForm({ known, onDone }: Props) {
  const t = useT('exams')
  const [title, setTitle] = useState(known?.title ?? '')
  const [minutes, setMinutes] = useState(known?.minutes ?? 45)
  const [passMark, setPassMark] = useState(known?.passMark ?? 60)
  const [maxAttempts, setAttempts] = useState(known?.maxAttempts ?? 2)
  const [isActive, setActive] = useState(known?.isActive ?? true)
  const [lines, setLines] = useState<Kept[]>(() => (known?.blueprint ?? [LINE]).map((line, key) => ({ key, line })))
  const save = useCommand('exams.savePaper', { quiet: true })
  const blueprint = lines.map(({ line }) => line)
  const submit = async () => {
    const paper = { title, minutes, passMark, maxAttempts, blueprint }
    const done = await save.run({ ...(known ? { id: known.id } : {}), paper, isActive })
    if (!done.ok) return
    tellDone(t('saved'))
    onDone?.(done.value.id)
  }
  const numbers = [
    { label: t('papers.minutes'), value: minutes, set: setMinutes, max: 300 },
    { label: t('papers.passMark'), value: passMark, set: setPassMark, max: 100 },
    { label: t('papers.attempts'), value: maxAttempts, set: setAttempts, max: 5 },
  ]
  return (
    <form
      className={flow.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FailureAlert failure={save.failure} />
      <TextInput
        label={t('papers.name')}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FieldRow columns={3}>
        {numbers.map(({ label, value, set, max }) => (
          <NumberInput
            key={label}
            label={label}
            min={1}
            max={max}
            allowDecimal={false}
            value={value}
            onChange={(next) => typeof next === 'number' && set(next)}
          />
        ))}
      </FieldRow>
      <div className={flow.stack}>
        <div className={flow.stack}>
          {lines.map(({ key, line }, index) => (
            <Rule
              key={key}
              place={index + 1}
              line={line}
              onChange={(change) =>
                setLines(lines.map((one) => (one.key === key ? { key, line: { ...line, ...change } } : one)))
              }
              {...(lines.length > 1 ? { onRemove: () => setLines(lines.filter((one) => one.key !== key)) } : {})}
            />
          ))}
        </div>
        <div className={flow.line}>
          <span className={record.faint}>
            {t('papers.sum', {
              count: blueprint.reduce((sum, { count }) => sum + count, 0),
              points: blueprint.reduce((sum, { count, points }) => sum + count * points, 0),
            })}
          </span>
          <Button
            className={flow.push ?? ''}
            size="compact-sm"
            variant="default"
            disabled={lines.length >= 20}
            onClick={() => setLines([...lines, { key: Math.max(...lines.map((one) => one.key)) + 1, line: LINE }])}
          >
            {t('papers.addLine')}
          </Button>
        </div>
      </div>
      <div className={flow.line}>
        <Checkbox
          label={t('papers.active')}
          checked={isActive}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        <Button type="submit" className={flow.push ?? ''} loading={save.isBusy} disabled={title.trim() === ''}>
          {t('papers.save')}
        </Button>
      </div>
      <KeepLines kind="exams-paper-lines" subject={known?.id ?? 'new'} />
    </form>
  )
}

type RuleProps = {
  place: number
  line: BlueprintLine
  onChange: (change: Partial<BlueprintLine>) => void
  onRemove?: () => void
}

function Rule({ place, line, onChange, onRemove }: RuleProps) {
  const t = useT('exams')
  const nameOf = useName()
  const any = t('papers.any')
  const topics = choicesOf(TOPIC_TABLE, nameOf)
  const kinds = choicesOf(QUESTION_KIND_NAMES, nameOf)
  const difficulties = choicesOf(DIFFICULTY_NAMES, nameOf)
  return (
    <fieldset className={styles.rule} aria-label={t('papers.line', { place })} style={{ border: 0, padding: 0 }}>
      <Select
        label={t('columns.topic')}
        placeholder={any}
        clearable
        data={topics}
        value={line.topic}
        onChange={(topic) => onChange({ topic: topics.find(({ value }) => value === topic)?.value ?? null })}
      />
      <Select
        label={t('columns.kind')}
        placeholder={any}
        clearable
        data={kinds}
        value={line.kind}
        onChange={(kind) => onChange({ kind: kinds.find(({ value }) => value === kind)?.value ?? null })}
      />
      <Select
        label={t('columns.difficulty')}
        placeholder={any}
        clearable
        data={difficulties}
        value={line.difficulty}
        onChange={(one) => onChange({ difficulty: difficulties.find(({ value }) => value === one)?.value ?? null })}
      />
      <NumberInput
        label={t('papers.count')}
        hideControls
        min={1}
        max={50}
        allowDecimal={false}
        value={line.count}
        onChange={(count) => typeof count === 'number' && onChange({ count })}
      />
      <NumberInput
        label={t('papers.points')}
        hideControls
        min={1}
        max={50}
        allowDecimal={false}
        value={line.points}
        onChange={(points) => typeof points === 'number' && onChange({ points })}
      />
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('papers.removeLine', { place })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </fieldset>
  )
}
