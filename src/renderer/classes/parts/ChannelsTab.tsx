import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { CHANNEL_GROUP_NAMES } from '../../../shared/cases/words.ts'
import type { ChannelGroupRow, ChannelRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { rowsOf } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import styles from '../classes.module.css'
import { ChannelForm } from './ChannelForm.tsx'
import { ChannelGroupForm } from './ChannelGroupForm.tsx'
import { useArrange } from './use-arrange.ts'
import { useStateColumn } from './use-state-column.tsx'

/** A line of the list: a group, or a channel below its group. */
type Line = { key: string; group: ChannelGroupRow; channel: ChannelRow | null }

const NEW_GROUP: ChannelGroupRow = { code: '', name: { zh: '', en: '' }, meaning: 'human', isActive: true }
const newChannel = (groupCode: string): ChannelRow => ({
  ...{ code: '', groupCode, name: { zh: '', en: '' }, isLive: false, hotlines: [], calendarId: null, isActive: true },
})

function useColumns(isNarrow: boolean): Column<Line>[] {
  const t = useT('classes')
  const nameOf = useName()
  const { calendars } = useClasses()
  const state = useStateColumn<Line>('84px', ({ group, channel }) => (channel ?? group).isActive)
  const all: Column<Line>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(110px, 1.2fr)',
      cell: ({ group, channel }) => (
        <span className={channel ? styles.detail : styles.group}>{nameOf((channel ?? group).name)}</span>
      ),
    },
    {
      id: 'code',
      header: t('columns.code'),
      width: 'minmax(100px, 0.8fr)',
      cell: ({ group, channel }) => <span className="mono">{(channel ?? group).code}</span>,
    },
    {
      id: 'meaning',
      header: t('columns.meaning'),
      width: '150px',
      cell: ({ group, channel }) => (channel ? '' : nameOf(CHANNEL_GROUP_NAMES[group.meaning])),
    },
    {
      id: 'live',
      header: t('columns.live'),
      width: '84px',
      cell: ({ channel }) => (channel?.isLive ? t('yes') : ''),
    },
    {
      id: 'hotlines',
      header: t('columns.hotlines'),
      width: 'minmax(150px, 1fr)',
      cell: ({ channel }) => channel?.hotlines.map(({ number }) => number).join(' · ') ?? '',
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      width: 'minmax(110px, 0.8fr)',
      cell: ({ channel }) => {
        const calendar = calendars.find(({ id }) => id === channel?.calendarId)
        return calendar ? nameOf(calendar.name) : ''
      },
    },
    state,
  ]
  return isNarrow ? all.filter(({ id }) => ['name', 'code', 'state'].includes(id)) : all
}

type Open = { kind: 'group'; code: string } | { kind: 'channel'; code: string } | null

const keyOf = (open: Open) => (open === null ? undefined : `${open.kind} ${open.code}`)

/** S2-11: both levels of the channels. */
export function ChannelsTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns(open !== null)
  const lines = lists.channelGroups.flatMap((group): Line[] => [
    { key: `group ${group.code}`, group, channel: null },
    ...lists.channels
      .filter(({ groupCode }) => groupCode === group.code)
      .map((channel) => ({ key: `channel ${channel.code}`, group, channel })),
  ])
  return (
    <>
      {mayEdit && (
        <div className={styles.line}>
          <Button
            variant="default"
            className={flow.push ?? ''}
            leftSection={<IconPlus size={15} />}
            onClick={() => setOpen({ kind: 'group', code: '' })}
          >
            {t('add.channelGroups')}
          </Button>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen({ kind: 'channel', code: '' })}>
            {t('add.channels')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.channels')}
            columns={columns}
            rows={rowsOf(lines)}
            rowKey={({ key }) => key}
            onOpen={({ group, channel }) =>
              setOpen(channel ? { kind: 'channel', code: channel.code } : { kind: 'group', code: group.code })
            }
            openKey={keyOf(open)}
          />
        }
        detail={open && <Opened key={keyOf(open)} open={open} mayEdit={mayEdit} onOpen={setOpen} />}
      />
    </>
  )
}

type OpenedProps = { open: NonNullable<Open>; mayEdit: boolean; onOpen: (open: Open) => void }

function Opened({ open: { kind, code }, mayEdit, onOpen }: OpenedProps) {
  const { lists } = useClasses()
  const groupCodes = lists.channelGroups.map((group) => group.code)
  const groups = useArrange('channelGroups', groupCodes, () => true)
  const groupOfChannel = (one: string) => lists.channels.find((channel) => channel.code === one)?.groupCode
  const channelCodes = lists.channels.map((channel) => channel.code)
  const channels = useArrange('channels', channelCodes, (one, other) => groupOfChannel(one) === groupOfChannel(other))
  const rest = { mayEdit, onClose: () => onOpen(null) }
  if (kind === 'group') {
    const row = code === '' ? NEW_GROUP : lists.channelGroups.find((group) => group.code === code)
    const onSaved = (saved: string) => onOpen({ kind, code: saved })
    return row ? <ChannelGroupForm row={row} arrange={groups} onSaved={onSaved} {...rest} /> : null
  }
  const row = code === '' ? newChannel(groupCodes[0] ?? '') : lists.channels.find((channel) => channel.code === code)
  const onSaved = (saved: string) => onOpen({ kind, code: saved })
  return row ? <ChannelForm row={row} arrange={channels} onSaved={onSaved} {...rest} /> : null
}
