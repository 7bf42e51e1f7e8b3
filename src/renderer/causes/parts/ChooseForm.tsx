import { Button, Select } from '@mantine/core'
import type { FormEvent } from 'react'
import { z } from 'zod'
import type { CauseTree } from '../../../shared/causes/model.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { type FieldWords, useRecordForm } from '../../ui/use-record-form.ts'
import { useCommand } from '../../use-command.ts'
import { pathText, useName } from '../tree.ts'
import styles from './causes.module.css'

type Props = {
  caseId: CaseId
  lastSeq: number
  tree: CauseTree
  suggested: readonly string[]
  before: { code: string; text: string } | null
  /** Told when something is written, so that the form stays whatever others choose meanwhile. */
  onWrite: () => void
  onDone: () => void
}

const shape = z.object({ code: z.string().nullable(), text: z.string() })

/** Under which name a person's choice of a cause is kept. */
export const draftOfCause = (subject: string) => ({ kind: 'cause-choice', subject })

/** Chooses the cause, those linked to the class of the matter first, and says what was found in this case. */
export function ChooseForm({ caseId, lastSeq, before, onWrite, onDone, ...rest }: Props) {
  const t = useT('causes')
  const groups = useGroups(rest)
  const nameOf = useName()
  const offered = groups.some(({ items }) => items.some(({ value }) => value === before?.code))
  const now = { code: offered && before ? before.code : null, text: before?.text ?? '' }
  const record = useRecordForm(draftOfCause(caseId), { now, seq: lastSeq, shape })
  const { code, text } = record.form
  const change = (to: Partial<typeof now>) => {
    onWrite()
    record.change(to)
  }
  const choose = useCommand('causes.choose')
  const words: FieldWords<typeof now> = {
    code: [t('cause'), (value) => (value === null ? '' : pathText(value, rest.tree, nameOf))],
    text: [t('text'), (value) => value],
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (code === null || record.isHeld) return
    const chosen = await choose.run({ caseId, code, text, expectedSeq: record.expectedSeq })
    if (!chosen.ok) return
    await record.draft.discard()
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={styles.form} aria-label={t('choose')} onSubmit={(event) => void submit(event)}>
      <Select
        searchable
        withAsterisk
        label={t('cause')}
        placeholder={t('causeHint')}
        data={groups}
        value={code}
        onChange={(value) => change({ code: value })}
        error={choose.fieldErrors.code}
        maxDropdownHeight={280}
      />
      <TextArea
        withAsterisk
        minRows={2}
        maxLength={2000}
        label={t('text')}
        placeholder={t('textHint')}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={choose.fieldErrors.text}
      />
      {record.isHeld && <div className={styles.wide}>{record.notice(words, onDone)}</div>}
      <div className={styles.ends}>
        <DraftHint draft={record.draft} />
        <Button
          type="submit"
          className={styles.submit ?? ''}
          loading={choose.isBusy}
          disabled={code === null || text.trim().length < 2 || record.isHeld}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function useGroups({ tree, suggested }: Pick<Props, 'tree' | 'suggested'>) {
  const t = useT('causes')
  const nameOf = useName()
  const parents = new Set(tree.nodes.filter((node) => !node.isRetired).map((node) => node.parent))
  const exact = tree.nodes.filter((node) => !node.isRetired && !parents.has(node.code))
  const item = (code: string) => ({ value: code, label: `${code} · ${pathText(code, tree, nameOf)}` })
  const others = exact.filter((node) => !suggested.includes(node.code)).map((node) => item(node.code))
  return [
    { group: t('suggested'), items: suggested.map(item) },
    { group: t('others'), items: others },
  ].filter(({ items }) => items.length > 0)
}
