import { Select } from '@mantine/core'
import { z } from 'zod'
import { DIRECTION_NAMES, DIRECTIONS } from '../../../shared/cases/stages.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { IMPORTANCE_NAMES, IMPORTANCES, URGENCIES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'
import { ByOthers } from './ByOthers.tsx'
import styles from './page.module.css'
import { useMeanwhile } from './use-meanwhile.ts'

/** What was chosen otherwise than it stands, and the newest entry that was seen then. */
const judged = z.object({
  seq: z.number().nullable(),
  urgency: z.string().nullable(),
  importance: z.string().nullable(),
  direction: z.string().nullable(),
  note: z.string(),
})
type Judged = z.infer<typeof judged>
const AS_IT_IS: Judged = { seq: null, urgency: null, importance: null, direction: null, note: '' }

/** S2-28 S2-29 S2-102: how pressing, how important, which way to go. */
export function AssessForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const draft = useDraft('case-assess', view.id, { initial: AS_IT_IS, shape: judged })
  const { seq, note } = draft.value
  const urgency = draft.value.urgency ?? view.urgency
  const importance = draft.value.importance ?? view.importance
  const before = typeof view.recorded.direction === 'string' ? view.recorded.direction : null
  const direction = draft.value.direction ?? before
  const set = (change: Partial<Judged>) => draft.set((old) => ({ ...old, seq: old.seq ?? view.lastSeq, ...change }))
  const meanwhile = useMeanwhile(view, seq)
  const assess = useCommand('cases.assess')
  const save = async () => {
    const result = await assess.run({
      id: view.id,
      urgency: URGENCIES.find((one) => one === urgency) ?? 'normal',
      importance: IMPORTANCES.find((one) => one === importance) ?? 'normal',
      direction: DIRECTIONS.find((one) => one === direction) ?? 'explain',
      note,
      expectedSeq: meanwhile.seq,
    })
    return result.ok
  }
  return (
    <>
      <div className={styles.stepFields}>
        <Select
          label={t('axes.urgency')}
          data={choicesOf(URGENCY_NAMES, nameOf)}
          value={urgency}
          allowDeselect={false}
          onChange={(value) => set({ urgency: value })}
        />
        <Select
          label={t('axes.importance')}
          data={choicesOf(IMPORTANCE_NAMES, nameOf)}
          value={importance}
          allowDeselect={false}
          onChange={(value) => set({ importance: value })}
        />
        <Select
          label={t('stage.direction')}
          withAsterisk
          data={choicesOf(DIRECTION_NAMES, nameOf)}
          value={direction}
          onChange={(value) => set({ direction: value })}
        />
        <TextArea
          className={styles.wide ?? ''}
          label={t('stage.assessNote')}
          minRows={1}
          value={note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      <ByOthers
        view={view}
        meanwhile={meanwhile}
        onApply={() => set({ seq: view.lastSeq })}
        onDrop={() => void draft.discard()}
      />
      <Save
        isBusy={assess.isBusy}
        isReady={direction !== null && meanwhile.others.length === 0}
        onSave={save}
        draft={draft}
      />
    </>
  )
}
