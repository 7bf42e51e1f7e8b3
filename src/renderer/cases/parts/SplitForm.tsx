import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseView } from '../../../shared/cases/views.ts'
import { SEVERITIES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { openCase } from '../open.ts'
import { Save } from './ActSave.tsx'
import { ByOthers } from './ByOthers.tsx'
import styles from './page.module.css'
import { useMeanwhile } from './use-meanwhile.ts'

const shape = z.object({ seq: z.number().nullable(), content: z.string(), demand: z.string(), reason: z.string() })
const EMPTY: z.infer<typeof shape> = { seq: null, content: '', demand: '', reason: '' }

/** S1-48: another matter in this case becomes a case of its own. */
export function SplitForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const classes = useClasses()
  const draft = useDraft('case-split', view.id, { initial: EMPTY, shape })
  const { seq, ...form } = draft.value
  const meanwhile = useMeanwhile(view, seq)
  const [category, setCategory] = useState<string | null>(view.category)
  const [severity, setSeverity] = useState<string>(view.severity)
  const split = useCommand('cases.split')
  const save = async () => {
    const result = await split.run({
      id: view.id,
      ...form,
      category: category ?? view.category,
      severity: SEVERITIES.find((one) => one === severity) ?? 'general',
      expectedSeq: meanwhile.seq,
    })
    if (!result.ok) return false
    await draft.discard()
    openCase(result.value.id)
    return true
  }
  const set = (name: keyof typeof form) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    draft.set((old) => ({ ...old, seq: old.seq ?? view.lastSeq, [name]: value }))
  }
  const isReady =
    Object.values(form).every((text) => text.trim() !== '') && category !== null && meanwhile.others.length === 0
  return (
    <>
      <div className={styles.stepFields}>
        <TextArea
          className={styles.wide ?? ''}
          label={t('stage.splitContent')}
          withAsterisk
          minRows={2}
          value={form.content}
          error={split.fieldErrors.content}
          onChange={set('content')}
        />
        <TextInput
          className={styles.wide ?? ''}
          label={t('form.demand')}
          withAsterisk
          value={form.demand}
          error={split.fieldErrors.demand}
          onChange={set('demand')}
        />
        <Select
          searchable
          label={t('form.category')}
          withAsterisk
          data={categoryChoices(classes.offered.categories, classes, nameOf)}
          value={category}
          onChange={setCategory}
        />
        <Select
          label={t('axes.severity')}
          allowDeselect={false}
          data={choicesOf(SEVERITY_NAMES, nameOf)}
          value={severity}
          onChange={(value) => setSeverity(value ?? 'general')}
        />
        <TextInput
          className={styles.wide ?? ''}
          label={t('act.why')}
          withAsterisk
          value={form.reason}
          error={split.fieldErrors.reason}
          onChange={set('reason')}
        />
      </div>
      <ByOthers
        view={view}
        meanwhile={meanwhile}
        onApply={() => draft.set((old) => ({ ...old, seq: view.lastSeq }))}
        onDrop={() => void draft.discard()}
      />
      <Save isBusy={split.isBusy} isReady={isReady} onSave={save} label={t('stage.split')} draft={draft} />
    </>
  )
}
