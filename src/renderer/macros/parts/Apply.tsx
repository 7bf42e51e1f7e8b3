import { Button, Group, Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import type { MacroPreview, OfferedMacro } from '../../../shared/macros/model.ts'
import { hasBlank } from '../../../shared/macros/rules.ts'
import { failureText } from '../../failure-text.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { causeOf } from './failures.ts'
import styles from './macros.module.css'
import { Steps } from './Steps.tsx'

type Props = { caseId: CaseId; macro: OfferedMacro; onClose: () => void }

/** Every step of a macro as it would be on this case; words may be changed and steps left out, then one key applies all. */
export function Apply({ caseId, macro, onClose }: Props) {
  const language = useLanguage()
  const preview = useQuery('macros.preview', { id: macro.id, caseId, language }, { clearOnChange: true })
  if (preview.failure) return <FailureAlert failure={preview.failure} onRetry={preview.reload} />
  if (!preview.data) return <Loader size="sm" />
  return (
    <Form
      key={`${preview.data.previewedAt} ${language}`}
      macro={macro}
      preview={preview.data}
      onAgain={preview.reload}
      onClose={onClose}
    />
  )
}

type FormProps = { macro: OfferedMacro; preview: MacroPreview; onAgain: () => void; onClose: () => void }

function Form({ macro, preview, onAgain, onClose }: FormProps) {
  const t = useT('macros')
  const u = useT('ui')
  const language = useLanguage()
  const [texts, setTexts] = useState(() => preview.steps.map(({ text }) => text))
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const run = useCommand('macros.run', { quiet: true })
  const undo = useUndo()
  const chosen = preview.steps.flatMap((step, place) => (skipped.includes(place) ? [] : [{ step, place }]))
  const isReady =
    chosen.length > 0 && chosen.every(({ step, place }) => step.failure === null && !hasBlank(texts[place] ?? ''))
  const apply = async () => {
    const answer = await run.run({
      ...{ id: macro.id, version: macro.version, caseId: preview.caseId, language },
      ...{ expectedSeq: preview.seq, previewedAt: preview.previewedAt, skipped: [...skipped] },
      texts: texts.flatMap((text, place) => (text === null || skipped.includes(place) ? [] : [{ place, text }])),
    })
    if (!answer.ok) return
    onClose()
    const text = t('applied', { name: macro.name })
    const { runId, mayUndo } = answer.value
    if (mayUndo) offerUndo({ text, undo: () => undo(runId) })
    else tellDone(text)
  }
  const isOn = isReady && !run.isBusy
  useShortcut(
    {
      id: 'macros.apply',
      keys: 'mod+enter',
      label: t('run', { count: chosen.length }),
      group: t('title'),
      inDialog: true,
    },
    () => void apply(),
    isOn,
  )
  const cause = causeOf(run.failure)
  const root = useRef<HTMLDivElement>(null)
  // What had the focus before, the search or the waiting, is gone.
  useEffect(() => root.current?.focus(), [])
  return (
    <div ref={root} tabIndex={-1} className={styles.stack}>
      <div className={styles.faint}>{t('onCase', { number: preview.number })}</div>
      <FailureAlert failure={run.failure} />
      {cause && <div className={styles.cause}>{failureText(cause)}</div>}
      <Steps
        steps={preview.steps}
        editing={{
          texts,
          onText: (place, text) => setTexts((old) => old.map((one, i) => (i === place ? text : one))),
          skipped,
          onSkip: (place, isSkipped) =>
            setSkipped((old) => (isSkipped ? [...old, place] : old.filter((one) => one !== place))),
        }}
      />
      <Group justify="flex-end" gap="xs">
        {run.failure && (
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button
          rightSection={<KeyHint keys="mod+enter" onBar />}
          loading={run.isBusy}
          disabled={!isReady}
          onClick={() => void apply()}
        >
          {t('run', { count: chosen.length })}
        </Button>
      </Group>
    </div>
  )
}

function useUndo(): (runId: string) => Promise<void> {
  const t = useT('macros')
  const undo = useCommand('macros.undo')
  return async (runId) => {
    const answer = await undo.run({ runId })
    if (!answer.ok) return
    const count = answer.value.filter(({ isDone }) => isDone).length
    const left = answer.value.length - count
    tellDone(left > 0 ? t('undoneNot', { count, left }) : t('undone', { count }))
  }
}
