import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SubTaskRow } from '../../../shared/subtasks/contract.ts'
import type { SubTaskAction } from '../../../shared/subtasks/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { ActionForm } from './ActionForm.tsx'
import styles from './subtasks.module.css'

/** The main thing to do stands out; what takes something back does not. */
const MAIN: readonly SubTaskAction[] = ['accept', 'answer', 'finish']

/** What this person can do with a sub-task now; each button asks only for what it needs. */
export function SubTaskActions({ row }: { row: SubTaskRow }) {
  const t = useT('subTasks')
  const [chosen, setChosen] = useState<SubTaskAction | null>(null)
  const accept = useCommand('subTasks.accept')
  const finish = useCommand('subTasks.finish')
  if (row.mayDo.length === 0) return null
  const press = async (action: SubTaskAction) => {
    if (action !== 'accept' && action !== 'finish') return setChosen(chosen === action ? null : action)
    const result = await (action === 'accept' ? accept : finish).run({ id: row.id })
    if (result.ok) tellDone(t(`done.${action}`))
  }
  const form =
    chosen !== null && row.mayDo.includes(chosen) && chosen !== 'accept' && chosen !== 'finish' ? chosen : null
  return (
    <>
      <div className={styles.actions}>
        {row.mayDo.map((action) => (
          <Button
            key={action}
            size="compact-xs"
            variant={MAIN.includes(action) ? 'light' : 'subtle'}
            color={MAIN.includes(action) ? 'desk' : 'gray'}
            aria-pressed={chosen === action}
            loading={(action === 'accept' && accept.isBusy) || (action === 'finish' && finish.isBusy)}
            onClick={() => void press(action)}
          >
            {t(`actions.${action}`)}
          </Button>
        ))}
      </div>
      {form && <ActionForm key={form} row={row} action={form} onClose={() => setChosen(null)} />}
    </>
  )
}
