import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { User } from '../../shared/users/model.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { CreateUser } from './parts/CreateUser.tsx'
import { type OneTime, OneTimePassword } from './parts/OneTimePassword.tsx'
import { UserPanel } from './parts/UserPanel.tsx'
import { UserStatus } from './parts/UserStatus.tsx'

function useColumns(people: readonly User[], isNarrow: boolean): Column<User>[] {
  const t = useT('users')
  const ui = useT('ui')
  const ownId = useSession((state) => state.user?.id)
  const nameOf = (id: string | null) => people.find((user) => user.id === id)?.name ?? t('noLead')
  const all: Column<User>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(130px, 1.4fr)',
      cell: (user) => (
        <span>
          {user.name} {user.id === ownId && t('you')}
        </span>
      ),
    },
    { id: 'login', header: t('columns.login'), width: 'minmax(100px, 1fr)', cell: (user) => <span>{user.login}</span> },
    { id: 'role', header: t('columns.role'), width: 'minmax(90px, 0.8fr)', cell: (user) => ui(`roles.${user.role}`) },
    { id: 'lead', header: t('columns.lead'), width: 'minmax(90px, 1fr)', cell: (user) => nameOf(user.leadId) },
    {
      id: 'status',
      header: t('columns.status'),
      width: '176px',
      cell: (user) => <UserStatus user={user} />,
    },
    {
      id: 'last',
      header: t('columns.lastSignIn'),
      width: '150px',
      cell: (user) => (user.lastSignInAt === null ? t('never') : <InstantText at={user.lastSignInAt} />),
    },
  ]
  return isNarrow ? all.filter((column) => column.id !== 'lead' && column.id !== 'last') : all
}

/** The people of the desk: who they are, what they may do, whether they may sign in. */
export function Page() {
  const t = useT('users')
  const [text, setText] = useState('')
  const [includeDisabled, setIncludeDisabled] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [oneTime, setOneTime] = useState<OneTime | null>(null)
  const [isAdding, adding] = useDisclosure(false)
  const query = useQuery('users.list', { includeDisabled }, { topics: ['users'] })
  const people = query.data ?? []
  const needle = text.trim().toLowerCase()
  const matching = (list: readonly User[]) =>
    list.filter((user) => user.name.toLowerCase().includes(needle) || user.login.includes(needle))
  const open = people.find((user) => user.id === openId)
  const columns = useColumns(people, open !== undefined)
  useShortcut({ id: 'users.add', keys: 'alt+n', label: t('add'), group: t('title') }, adding.open)

  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={15} />} onClick={adding.open}>
            {t('add')}
          </Button>
        }
      >
        <TextInput
          w={260}
          aria-label={t('filter')}
          placeholder={t('filter')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Checkbox
          label={t('includeDisabled')}
          checked={includeDisabled}
          onChange={(event) => setIncludeDisabled(event.currentTarget.checked)}
        />
      </PageHeader>
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, matching)}
            rowKey={(user) => user.id}
            onOpen={(user) => setOpenId(user.id)}
            openKey={open?.id}
            empty={<EmptyState title={t('empty')} />}
          />
        }
        detail={
          open ? (
            <UserPanel
              key={open.id}
              user={open}
              people={people}
              onOneTime={setOneTime}
              onClose={() => setOpenId(null)}
            />
          ) : null
        }
      />
      <CreateUser isOpen={isAdding} people={people} onClose={adding.close} onCreated={setOneTime} />
      <OneTimePassword shown={oneTime} onClose={() => setOneTime(null)} />
    </div>
  )
}
