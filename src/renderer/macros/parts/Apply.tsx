import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import type { MacroPreview, OfferedMacro } from '../../../shared/macros/model.ts'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { failureText } from '../../failure-text.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { tellDone } from '../../ui/notify.ts'
import { offerUndo } from '../../ui/undo.ts'
import { orChinese, useName } from '../../ui/use-name.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { causeOf } from './failures.ts'
import styles from './macros.module.css'
import { Steps } from './Steps.tsx'
import { isReady, isReworded, wordsShown } from './step-words.ts'

type Props = { caseId: CaseId; macro: OfferedMacro; onClose: () => void }

/** Every step of a macro as it would be on this case; words may be changed and steps left out, then one key applies all. */
export function Apply({ caseId, macro, onClose }: Props) {
  const language = useLanguage()
  const preview = useQuery('macros.preview', { id: macro.id, caseId, language }, { clearOnChange: true })
  if (preview.failure) return <FailureAlert failure={preview.failure} onRetry={preview.reload} />
  if (!preview.data) return <Waiting />
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
  const [words, setWords] = useState(() => preview.steps.map(wordsShown))
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const run = useCommand('macros.run', { quiet: true })
  const undo = useUndo()
  const nameOf = useName()
  const chosen = preview.steps.flatMap((step, place) =>
    skipped.includes(place) ? [] : [{ step, place, own: words[place] ?? wordsShown(step) }],
  )
  const mayApply = chosen.length > 0 && chosen.every(({ step, own }) => isReady(step, own))
  const apply = async () => {
    const answer = await run.run({
      ...{ id: macro.id, version: macro.version, caseId: preview.caseId, language },
      ...{ expectedSeq: preview.seq, previewedAt: preview.previewedAt, skipped: [...skipped] },
      texts: chosen.flatMap(({ place, own: { text } }) => (text === null ? [] : [{ place, text }])),
      messages: chosen.flatMap(({ step, place, own }) =>
        own.message && isReworded(step, own) ? [{ place, ...own.message }] : [],
      ),
    })
    if (!answer.ok) return
    onClose()
    const text = t('applied', { name: nameOf(orChinese(macro.name)) })
    const { runId, mayUndo } = answer.value
    if (mayUndo) offerUndo({ text, undo: () => undo(runId) })
    else tellDone(text)
  }
  const isOn = mayApply && !run.isBusy
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
      <KeptAbout value={`${preview.caseId} ${macro.id}`}>
        <Steps
          steps={preview.steps}
          editing={{
            words,
            onWords: (place, next) => setWords((old) => old.map((one, i) => (i === place ? next : one))),
            skipped,
            onSkip: (place, isSkipped) =>
              setSkipped((old) => (isSkipped ? [...old, place] : old.filter((one) => one !== place))),
          }}
        />
      </KeptAbout>
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
          disabled={!mayApply}
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
