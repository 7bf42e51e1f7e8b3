import { Select } from '@mantine/core'
import { useState } from 'react'
import { DIRECTION_NAMES, DIRECTIONS } from '../../../shared/cases/stages.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { IMPORTANCE_NAMES, IMPORTANCES, URGENCIES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'
import styles from './page.module.css'

/** S2-28 S2-29 S2-102: how pressing, how important, which way to go. */
export function AssessForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const [urgency, setUrgency] = useState<string>(view.urgency)
  const [importance, setImportance] = useState<string>(view.importance)
  const [direction, setDirection] = useState<string | null>(
    typeof view.recorded.direction === 'string' ? view.recorded.direction : null,
  )
  const draft = useDraft('case-assess', view.id, KEPT_TEXT)
  const note = draft.value
  const assess = useCommand('cases.assess')
  const save = async () => {
    const { ok } = await assess.run({
      id: view.id,
      urgency: URGENCIES.find((one) => one === urgency) ?? 'normal',
      importance: IMPORTANCES.find((one) => one === importance) ?? 'normal',
      direction: DIRECTIONS.find((one) => one === direction) ?? 'explain',
      note,
      expectedSeq: view.lastSeq,
    })
    return ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <Select
          label={t('axes.urgency')}
          data={choicesOf(URGENCY_NAMES, nameOf)}
          value={urgency}
          allowDeselect={false}
          onChange={(value) => setUrgency(value ?? 'normal')}
        />
        <Select
          label={t('axes.importance')}
          data={choicesOf(IMPORTANCE_NAMES, nameOf)}
          value={importance}
          allowDeselect={false}
          onChange={(value) => setImportance(value ?? 'normal')}
        />
        <Select
          label={t('stage.direction')}
          withAsterisk
          data={choicesOf(DIRECTION_NAMES, nameOf)}
          value={direction}
          onChange={setDirection}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('stage.assessNote')}
          minRows={1}
          value={note}
          readOnly={!draft.isReady}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
      </div>
      <Save isBusy={assess.isBusy} isReady={direction !== null} onSave={save} draft={draft} />
    </>
  )
}
