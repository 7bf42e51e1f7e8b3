import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../../shared/contracts.ts'
import type { SchemeView } from '../../../shared/surveys/views.ts'
import {
  SAMPLE_KIND_NAMES,
  SURVEY_CHANNEL_NAMES,
  SURVEY_SCOPE_NAMES,
  SURVEY_SOURCE_NAMES,
} from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ListsTab } from './ListsTab.tsx'
import { channelChoices, sampleChoices, sourceChoices } from './list-fields.ts'
import styles from './surveys.module.css'

type Draft = Input<'surveys.saveScheme'>

const NEW: Draft = {
  ...{ name: '', scope: 'handling', source: 'case', channel: 'sms', everyDays: 30 },
  ...{ sampleKind: 'perAgent', sampleSize: 10, isActive: true },
}

/** S3-110 S4-117: surveys that come again and again; one that is due says so until its list was made. */
export function SchemesTab() {
  const t = useT('surveys')
  const u = useT('ui')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [open, setOpen] = useState<{ id: string | null; isRun: boolean } | null>(null)
  const query = useQuery('surveys.schemes', {}, { topics: ['policies', 'cases'] })
  const scheme = query.data?.find(({ id }) => id === open?.id) ?? null
  const columns = useColumns()
  if (open?.isRun && scheme)
    return (
      <>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setOpen(null)}>
            {u('actions.back')}
          </Button>
          <strong>{scheme.name}</strong>
        </div>
        <ListsTab scope={scheme.scope} scheme={scheme} />
      </>
    )
  return (
    <>
      {isManager && (
        <div className={styles.buttons}>
          <Button onClick={() => setOpen({ id: null, isRun: false })}>{t('schemes.add')}</Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.schemes')}
            columns={open ? columns.filter(({ id }) => ['name', 'next', 'state'].includes(id)) : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen({ id: row.id, isRun: false })}
            openKey={open?.id ?? undefined}
            empty={<EmptyState title={t('schemes.empty')} text={t('schemes.emptyText')} />}
          />
        }
        detail={
          open && (
            <DetailPanel
              key={open.id}
              title={scheme?.name ?? t('schemes.add')}
              label={t('schemes.detail')}
              actions={
                scheme && <Button onClick={() => setOpen({ id: scheme.id, isRun: true })}>{t('schemes.run')}</Button>
              }
              onClose={() => setOpen(null)}
            >
              <Section title={t('schemes.detail')}>
                <SchemeForm before={scheme} isManager={isManager} onDone={() => setOpen(null)} />
              </Section>
            </DetailPanel>
          )
        }
      />
    </>
  )
}

function useColumns(): Column<SchemeView>[] {
  const t = useT('surveys')
  const nameOf = useName()
  return [
    { id: 'name', header: t('schemes.name'), width: 'minmax(140px, 1.4fr)', cell: (row) => row.name },
    { id: 'scope', header: t('lists.scope'), width: '150px', cell: (row) => nameOf(SURVEY_SCOPE_NAMES[row.scope]) },
    { id: 'source', header: t('lists.source'), width: '110px', cell: (row) => nameOf(SURVEY_SOURCE_NAMES[row.source]) },
    {
      id: 'channel',
      header: t('lists.channel'),
      width: '150px',
      cell: (row) => nameOf(SURVEY_CHANNEL_NAMES[row.channel]),
    },
    { id: 'every', header: t('schemes.every'), width: '104px', align: 'right', cell: (row) => row.everyDays },
    {
      id: 'sample',
      header: t('lists.sample'),
      width: 'minmax(150px, 1fr)',
      cell: (row) =>
        `${nameOf(SAMPLE_KIND_NAMES[row.sampleKind])}${row.sampleKind === 'all' ? '' : ` ${row.sampleSize}`}`,
    },
    { id: 'next', header: t('schemes.next'), width: '140px', cell: (row) => <InstantText at={row.nextRunAt} /> },
    { id: 'state', header: t('schemes.state'), width: '92px', cell: (row) => <State scheme={row} /> },
  ]
}

function State({ scheme }: { scheme: SchemeView }) {
  const t = useT('surveys')
  if (!scheme.isActive) return <StateBadge tone="neutral" label={t('schemes.stopped')} />
  return scheme.isDue ? (
    <StateBadge tone="warn" label={t('schemes.due')} />
  ) : (
    <StateBadge tone="good" label={t('schemes.active')} />
  )
}

type FormProps = { before: SchemeView | null; isManager: boolean; onDone: () => void }

function SchemeForm({ before, isManager, onDone }: FormProps) {
  const t = useT('surveys')
  const nameOf = useName()
  const [draft, setDraft] = useState<Draft>(before ?? NEW)
  const save = useCommand('surveys.saveScheme')
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const sampleSize = draft.sampleKind === 'all' ? 0 : draft.sampleSize
    const saved = await save.run({ ...draft, id: before?.id ?? null, sampleSize })
    if (!saved.ok) return
    tellDone(t('schemes.saved'))
    onDone()
  }
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <fieldset disabled={!isManager} className={styles.stack} style={{ border: 0, padding: 0, margin: 0 }}>
        <TextInput
          withAsterisk
          label={t('schemes.name')}
          maxLength={60}
          value={draft.name}
          error={save.fieldErrors.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={styles.two}>
          <Select
            label={t('lists.scope')}
            data={choicesOf(SURVEY_SCOPE_NAMES, nameOf)}
            value={draft.scope}
            onChange={(scope) => scope && set({ scope, source: 'case' })}
          />
          <Select
            label={t('lists.source')}
            data={sourceChoices(draft.scope, nameOf)}
            value={draft.source}
            onChange={(source) => source && set({ source })}
          />
          <Select
            label={t('lists.channel')}
            data={channelChoices(nameOf)}
            value={draft.channel}
            onChange={(channel) => channel && set({ channel })}
          />
          <NumberInput
            label={t('schemes.every')}
            min={1}
            max={400}
            value={draft.everyDays}
            onChange={(value) => set({ everyDays: Number(value) })}
          />
          <Select
            label={t('lists.sample')}
            data={sampleChoices(nameOf)}
            value={draft.sampleKind}
            onChange={(sampleKind) => sampleKind && set({ sampleKind })}
          />
          {draft.sampleKind !== 'all' && (
            <NumberInput
              label={t('lists.size')}
              min={1}
              max={10_000}
              value={draft.sampleSize}
              onChange={(value) => set({ sampleSize: Number(value) })}
            />
          )}
        </div>
        <Checkbox
          label={t('schemes.active')}
          checked={draft.isActive ?? true}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
      </fieldset>
      {isManager && (
        <Button type="submit" loading={save.isBusy} disabled={draft.name.trim() === ''} style={{ alignSelf: 'end' }}>
          {t('schemes.save')}
        </Button>
      )}
    </form>
  )
}
