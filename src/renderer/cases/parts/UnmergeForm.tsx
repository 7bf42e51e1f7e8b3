import { TextInput } from '@mantine/core'
import { z } from 'zod'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'
import { ByOthers } from './ByOthers.tsx'
import { useMeanwhile } from './use-meanwhile.ts'

const shape = z.object({ seq: z.number().nullable(), reason: z.string() })
const EMPTY: z.infer<typeof shape> = { seq: null, reason: '' }

/** S1-48: the case stands again as it did before it was merged. */
export function UnmergeForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const draft = useDraft('case-unmerge', view.id, { initial: EMPTY, shape })
  const { seq, reason } = draft.value
  const meanwhile = useMeanwhile(view, seq)
  const undo = useCommand('cases.unmerge')
  const save = async () => (await undo.run({ id: view.id, reason, expectedSeq: meanwhile.seq })).ok
  return (
    <>
      <TextInput
        label={t('act.why')}
        withAsterisk
        value={reason}
        error={undo.fieldErrors.reason}
        onChange={(event) => {
          const { value } = event.currentTarget
          draft.set((old) => ({ seq: old.seq ?? view.lastSeq, reason: value }))
        }}
      />
      <ByOthers
        view={view}
        meanwhile={meanwhile}
        onApply={() => draft.set((old) => ({ ...old, seq: view.lastSeq }))}
        onDrop={() => void draft.discard()}
      />
      <Save
        isBusy={undo.isBusy}
        isReady={reason.trim() !== '' && meanwhile.others.length === 0}
        onSave={save}
        label={t('stage.unmerge')}
        draft={draft}
      />
    </>
  )
}
