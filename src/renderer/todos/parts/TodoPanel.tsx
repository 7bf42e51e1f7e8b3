import { Anchor, Button } from '@mantine/core'
import type { TodoView } from '../../../shared/todos/contract.ts'
import { TODO_SOURCE_NAMES, TODO_STATE_NAMES } from '../../../shared/todos/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { useKeyTitle } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { offerUndo } from '../../ui/undo.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { TODO_TONES, useTodoTitle } from './todo-words.ts'
import styles from './todos.module.css'

type Props = { todo: TodoView; onEdit: () => void; onClose: () => void }

/** One to-do and what may be done about it. */
export function TodoPanel({ todo, onEdit, onClose }: Props) {
  const t = useT('todos')
  const nameOf = useName()
  const title = useTodoTitle()(todo)
  const done = useCommand('todos.done')
  const reopen = useCommand('todos.reopen')
  const drop = useCommand('todos.drop')
  const { id, caseId, memberId, state } = todo
  const group = t('title')
  const editTitle = useKeyTitle(t('edit'), 'alt+e')
  const finish = () => {
    if (!done.isBusy) void done.run({ id, outcome: '' })
  }
  const withdraw = async () => {
    if ((await drop.run({ id })).ok) offerUndo({ text: t('dropped', { title }), undo: () => reopen.run({ id }) })
  }
  useShortcut({ id: 'todos.done', keys: 'alt+d', label: t('done'), group }, finish, todo.mayDo)
  useShortcut({ id: 'todos.edit', keys: 'alt+e', label: t('edit'), group }, onEdit, todo.mayChange)
  return (
    <DetailPanel
      title={title}
      label={t('detail', { title })}
      badges={<StateBadge tone={TODO_TONES[state]} label={nameOf(TODO_STATE_NAMES[state])} />}
      actions={
        todo.mayChange && (
          <Button size="compact-sm" variant="default" title={editTitle} onClick={onEdit}>
            {t('edit')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('fields.detail')}>
        {todo.detail !== '' && <p className={styles.text}>{todo.detail}</p>}
        <Facts
          facts={[
            { label: t('fields.due'), value: <InstantText at={todo.dueAt} /> },
            { label: t('fields.remind'), value: <InstantText at={todo.remindAt} /> },
            { label: t('fields.for'), value: todo.userName },
            {
              label: `${t('fields.given')} · ${nameOf(TODO_SOURCE_NAMES[todo.source])}`,
              value: t('fields.givenBy', { name: todo.givenByName, time: dateTimeText(todo.givenAt) }),
            },
            ...(caseId === null
              ? []
              : [
                  {
                    label: t('fields.case'),
                    value: <Link text={todo.caseNumber ?? ''} onOpen={() => go('cases', { id: caseId })} />,
                  },
                ]),
            ...(memberId === null
              ? []
              : [
                  {
                    label: t('fields.member'),
                    value: <Link text={todo.memberName ?? ''} onOpen={() => go('members', { id: memberId })} />,
                  },
                ]),
          ]}
        />
      </Section>
      <Section title={t('fields.outcome')}>
        {todo.outcome !== '' && <p className={styles.text}>{todo.outcome}</p>}
        {todo.mayDo && (
          <TextAct
            keep={{ kind: 'todos-todo-panel-outcome', subject: todo.id }}
            label={t('fields.outcome')}
            buttons={[
              {
                label: t('done'),
                onSend: async (outcome) => (await done.run({ id, outcome })).ok,
                isBusy: done.isBusy,
                isMain: true,
                isFree: true,
              },
            ]}
          />
        )}
        <div className={styles.line}>
          {state === 'done' && (
            <Button variant="default" loading={reopen.isBusy} onClick={() => void reopen.run({ id })}>
              {t('reopen')}
            </Button>
          )}
          {todo.mayChange && (
            <Button variant="default" loading={drop.isBusy} onClick={() => void withdraw()}>
              {t('drop')}
            </Button>
          )}
        </div>
      </Section>
    </DetailPanel>
  )
}

function Link({ text, onOpen }: { text: string; onOpen: () => void }) {
  return (
    <Anchor component="button" type="button" onClick={onOpen}>
      {text}
    </Anchor>
  )
}
