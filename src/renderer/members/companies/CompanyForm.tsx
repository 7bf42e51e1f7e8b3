import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

const shape = z.object({ name: z.string(), contact: z.string(), phone: z.string(), travelRules: z.string() })
type Draft = z.infer<typeof shape>
const EMPTY: Draft = { name: '', contact: '', phone: '', travelRules: '' }

/** Records a business customer; what is typed is kept as a draft. */
export function CompanyForm({ onDone }: { onDone: () => void }) {
  const t = useT('gathering')
  const u = useT('ui')
  const save = useCommand('companies.save', { quiet: true })
  const draft = useDraft('company', 'new', { initial: EMPTY, shape })
  const { value } = draft
  const set = (change: Partial<Draft>) => draft.set((old) => ({ ...old, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run(value)).ok) return
    await draft.discard()
    tellDone(t('companies.saved'))
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {(['name', 'contact', 'phone'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`companies.${field}`)}
          value={value[field]}
          maxLength={field === 'phone' ? 40 : 100}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
          error={save.fieldErrors[field]}
        />
      ))}
      <TextArea
        className={styles.wide ?? ''}
        label={t('companies.travelRules')}
        minRows={2}
        maxLength={4000}
        value={value.travelRules}
        onChange={(event) => set({ travelRules: event.currentTarget.value })}
      />
      <div className={styles.wide}>
        <FailureAlert failure={save.failure} />
      </div>
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={draft} />
        <Button type="submit" loading={save.isBusy} disabled={value.name.trim() === ''}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
