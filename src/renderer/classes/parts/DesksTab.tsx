import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import type { DeskRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { rowsOf } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../classes.module.css'
import { HotlineRows } from './HotlineRows.tsx'
import { NameFields } from './NameFields.tsx'
import { SaveActions } from './SaveActions.tsx'
import { type Arrange, useArrange } from './use-arrange.ts'

const NEW: DeskRow = { code: '', name: { zh: '', en: '' }, hotlines: [], calendarId: null, isActive: true }

function useColumns(isNarrow: boolean): Column<DeskRow>[] {
  const t = useT('classes')
  const nameOf = useName()
  const { calendars } = useClasses()
  const all: Column<DeskRow>[] = [
    { id: 'name', header: t('columns.name'), width: 'minmax(110px, 1fr)', cell: ({ name }) => nameOf(name) },
    { id: 'code', header: t('columns.code'), width: '130px', cell: ({ code }) => <span className="mono">{code}</span> },
    {
      id: 'hotlines',
      header: t('columns.hotlines'),
      width: 'minmax(130px, 1.6fr)',
      cell: ({ hotlines }) =>
        hotlines.map(({ number, note }) => [number, note].filter(Boolean).join(' ')).join(' · ') || '—',
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      width: 'minmax(120px, 0.8fr)',
      cell: ({ calendarId }) => {
        const calendar = calendars.find(({ id }) => id === calendarId)
        return calendar ? nameOf(calendar.name) : '—'
      },
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '84px',
      cell: ({ isActive }) => (
        <StateBadge tone={isActive ? 'good' : 'neutral'} label={t(isActive ? 'states.active' : 'states.retired')} />
      ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['name', 'hotlines', 'state'].includes(id)) : all
}

/** S1-01..03 S1-14 S2-15: the departments with their numbers and hours; own ones are added. */
export function DesksTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const [openCode, setOpenCode] = useState<string | null>(null)
  const columns = useColumns(openCode !== null)
  const open = openCode === '' ? NEW : lists.desks.find(({ code }) => code === openCode)
  const arrange = useArrange(
    'desks',
    lists.desks.map(({ code }) => code),
    () => true,
  )
  return (
    <>
      {mayEdit && (
        <div className={styles.line}>
          <Button className={flow.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setOpenCode('')}>
            {t('add.desks')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.desks')}
            columns={columns}
            rows={rowsOf(lists.desks)}
            rowKey={({ code }) => code}
            onOpen={({ code }) => setOpenCode(code)}
            openKey={openCode ?? undefined}
          />
        }
        detail={
          open ? (
            <DeskForm
              key={open.code}
              row={open}
              mayEdit={mayEdit}
              arrange={arrange}
              onSaved={setOpenCode}
              onClose={() => setOpenCode(null)}
            />
          ) : null
        }
      />
    </>
  )
}

type FormProps = {
  row: DeskRow
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

function DeskForm({ row: start, mayEdit, arrange, onSaved, onClose }: FormProps) {
  const t = useT('classes')
  const nameOf = useName()
  const [row, setRow] = useState(start)
  const save = useCommand('classes.saveDesk')
  const formId = useId()
  const isNew = start.code === ''
  const change = (part: Partial<DeskRow>) => setRow({ ...row, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ ...row, isNew })).ok) return
    tellDone(t('saved', { name: nameOf(row.name) }))
    onSaved(row.code)
  }
  const title = isNew ? t('add.desks') : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={t('tabs.desks')}>
          <div className={flow.stack}>
            <NameFields
              row={row}
              codeHint={t('fields.plainCodeHint')}
              errors={save.fieldErrors}
              mayEdit={mayEdit}
              onCode={isNew ? (code) => setRow({ ...row, code: code.trim() }) : undefined}
              onChange={change}
            />
          </div>
        </Section>
        <HotlineRows value={row} mayEdit={mayEdit} errors={save.fieldErrors} onChange={change} />
      </form>
    </DetailPanel>
  )
}
