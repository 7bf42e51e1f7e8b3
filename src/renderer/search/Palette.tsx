import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { DESK_ROLES } from '../../shared/roles.ts'
import { LONGEST_SEARCH } from '../../shared/search/contract.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { FilterHint } from '../ui/FilterHint.tsx'
import { useOverlays } from '../ui/overlays.ts'
import { useQuery } from '../use-query.ts'
import { type SearchGroup, type SearchItem, useSearchGroups } from './items.tsx'
import styles from './search.module.css'
import { useOlderCalls } from './use-older-calls.ts'

/** Ctrl+K: members, cases, calls, articles, pages and every command that works right now, in one list. */
export function Palette() {
  const u = useT('ui')
  const { isSearching, showSearch } = useOverlays()
  return (
    <Modal
      opened={isSearching}
      onClose={() => showSearch(false)}
      withCloseButton={false}
      padding={0}
      size={760}
      yOffset={70}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 80 }}
      attributes={{ content: { 'aria-label': u('shell.palette') } }}
    >
      <Search onDone={() => showSearch(false)} />
    </Modal>
  )
}

function Search({ onDone }: { onDone: () => void }) {
  const u = useT('ui')
  const t = useT('search')
  const id = useId()
  const [typed, setTyped] = useState('')
  const role = useSession((state) => state.user?.role)
  const isDesk = DESK_ROLES.some((each) => each === role)
  const text = typed.trim()
  const [asked, setAsked] = useState('')
  const isAsking = isDesk && asked !== ''
  const search = useQuery('search.everything', { text: asked }, { enabled: isAsking, clearOnChange: true })
  // Asked at once, but one after the other: keys pressed while an answer is under way lead to one question.
  if (asked !== text && !(isAsking && search.isLoading)) setAsked(text)
  const isWaiting = isDesk && text !== '' && (asked !== text || search.isLoading)
  // What an earlier text had found stays in sight until the next answer is here, but is not taken for it.
  const { found: answer, isReading } = useOlderCalls(asked, search.data)
  const last = useRef(answer)
  last.current = answer ?? last.current
  const found = text === '' ? undefined : last.current
  const groups = useSearchGroups(text, found)
  const items = groups.flatMap((group) => group.items)
  const { active, isWanted, onKeyDown, run } = useChoice({ listId: id, items, isWaiting, text, onDone })

  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        className={styles.field ?? ''}
        leftSection={<IconSearch size={16} />}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active.id}`}
        aria-autocomplete="list"
        aria-label={u('shell.palette')}
        aria-busy={isWaiting || isWanted}
        placeholder={t('placeholder')}
        maxLength={LONGEST_SEARCH}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isDesk && <FilterHint unknown={found?.unknown ?? []} isFilling={found?.isFilling ?? false} />}
      <div id={`${id}-list`} role="listbox" aria-label={u('shell.palette')} className={styles.list}>
        {groups.map((group) => (
          <Group key={group.label} id={id} group={group} active={active} onRun={run} />
        ))}
        {items.length === 0 && (
          <p className={styles.nothing}>
            {isWaiting ? t('searching') : isReading ? t('olderCalls') : t('nothing', { text })}
          </p>
        )}
      </div>
      {/* Said in a place of its own, so that no line of the list moves. */}
      <p className={styles.reading} role="status">
        {isReading && !isWaiting && items.length > 0 && t('olderCalls')}
      </p>
    </>
  )
}

type GroupProps = { id: string; group: SearchGroup; active: SearchItem | undefined; onRun: (item: SearchItem) => void }

function Group({ id, group, active, onRun }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not the choices of a list
    <div role="group" aria-label={group.label}>
      <div className={styles.heading} aria-hidden>
        {group.label}
      </div>
      {group.items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active choice
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item.id === active?.id}
          className={styles.option}
          onClick={() => onRun(item)}
        >
          {item.content}
        </div>
      ))}
    </div>
  )
}

type ChoiceOptions = {
  listId: string
  items: readonly SearchItem[]
  isWaiting: boolean
  text: string
  onDone: () => void
}

/** Which line is chosen. Enter never opens what an earlier text had found: it waits for the answer and takes its first line. */
function useChoice({ listId, items, isWaiting, text, onDone }: ChoiceOptions) {
  const [activeId, setActiveId] = useState<string | null>(null)
  const [isWanted, setWanted] = useState(false)
  const place = Math.max(
    0,
    items.findIndex((item) => item.id === activeId),
  )
  const active = items[place]
  const run = (item: SearchItem) => {
    onDone()
    item.run()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins with its first line
  useEffect(() => {
    setActiveId(null)
    setWanted(false)
  }, [text])
  const latest = useRef({ active, run })
  latest.current = { active, run }
  useEffect(() => {
    if (!isWanted || isWaiting) return
    setWanted(false)
    if (latest.current.active) latest.current.run(latest.current.active)
  }, [isWanted, isWaiting])
  const chosen = active?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at the top of the list
  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen, text])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActiveId(items[(place + step + items.length) % items.length]?.id ?? null)
    else if (event.key !== 'Enter') return
    else if (active && (active.isLocal || !isWaiting)) run(active)
    else if (isWaiting) setWanted(true)
    event.preventDefault()
  }
  return { active, isWanted, onKeyDown, run }
}
