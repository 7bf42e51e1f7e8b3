import { Button, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CauseTree } from '../../../shared/causes/model.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { pathText, useName } from '../tree.ts'
import styles from './causes.module.css'

type Props = {
  caseId: CaseId
  lastSeq: number
  tree: CauseTree
  suggested: readonly string[]
  before: { code: string; text: string } | null
  onDone: () => void
}

/** Chooses the cause, those linked to the class of the matter first, and says what was found in this case. */
export function ChooseForm({ caseId, lastSeq, before, onDone, ...rest }: Props) {
  const t = useT('causes')
  const groups = useGroups(rest)
  const [code, setCode] = useState<string | null>(null)
  const [text, setText] = useState(before?.text ?? '')
  const choose = useCommand('causes.choose')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (code === null) return
    const chosen = await choose.run({ caseId, code, text, expectedSeq: lastSeq })
    if (!chosen.ok) return
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
        onChange={setCode}
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
        onChange={(event) => setText(event.currentTarget.value)}
        error={choose.fieldErrors.text}
      />
      <Button
        type="submit"
        className={styles.submit ?? ''}
        loading={choose.isBusy}
        disabled={code === null || text.trim().length < 2}
      >
        {t('save')}
      </Button>
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
