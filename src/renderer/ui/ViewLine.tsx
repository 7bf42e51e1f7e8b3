import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useCommand } from '../use-command.ts'
import { KeyHint } from './KeyHint.tsx'
import { offerUndo } from './undo.ts'
import styles from './views.module.css'

type Props = {
  view: { id: string; name: string }
  /** Whose it is, where it is not one's own. */
  owner: string | null
  /** The keys that open it. */
  keys?: string | undefined
  /** How its buttons are called, and what is said once it is gone. */
  words: { change: string; remove: string; removed: string }
  onOpen: () => void
  /** Without it the view is read only. */
  onEdit: (() => void) | undefined
}

/** A view under a name: opened, changed, deleted with a way back. */
export function ViewLine({ view: { id, name }, owner, keys, words, onOpen, onEdit }: Props) {
  const remove = useCommand('views.remove')
  const restore = useCommand('views.restore')
  const drop = async () => {
    const { ok } = await remove.run({ id })
    if (ok) offerUndo({ text: words.removed, undo: () => restore.run({ id }) })
  }
  return (
    <div className={styles.view}>
      <UnstyledButton className={styles.name ?? ''} onClick={onOpen}>
        <span>{name}</span>
        {owner !== null && <span className={styles.owner}>{owner}</span>}
        {keys !== undefined && <KeyHint keys={keys} />}
      </UnstyledButton>
      {onEdit && (
        <>
          <ActionIcon variant="subtle" color="gray" aria-label={words.change} onClick={onEdit}>
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.remove}
            loading={remove.isBusy}
            onClick={() => void drop()}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </>
      )}
    </div>
  )
}
