import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FormRow } from '../../../shared/surveys/views.ts'
import { SURVEY_SCOPE_NAMES } from '../../../shared/surveys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { FormEditor } from './FormEditor.tsx'

/** S1-54: every version of every questionnaire, shown as the customer is asked, edited and published. */
export function FormsTab() {
  const t = useT('surveys')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('surveys.forms', {}, { topics: ['policies', 'cases'] })
  const columns = useColumns()
  const open = query.data?.find(({ id }) => id === openId)
  return (
    <SplitView
      list={
        <DataTable
          label={t('forms.list')}
          columns={open ? columns.filter(({ id }) => ['title', 'version', 'state'].includes(id)) : columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.id}
          onOpen={(row) => setOpenId(row.id)}
          openKey={openId ?? undefined}
        />
      }
      detail={open ? <Detail key={open.id} row={open} onOpen={setOpenId} /> : null}
    />
  )
}

function useColumns(): Column<FormRow>[] {
  const t = useT('surveys')
  const nameOf = useName()
  return [
    { id: 'title', header: t('forms.columns.title'), width: 'minmax(170px, 1.2fr)', cell: (row) => nameOf(row.title) },
    { id: 'scope', header: t('scope'), width: '150px', cell: (row) => nameOf(SURVEY_SCOPE_NAMES[row.scope]) },
    { id: 'version', header: t('forms.columns.version'), width: '70px', align: 'right', cell: (row) => row.version },
    { id: 'state', header: t('forms.columns.state'), width: '100px', cell: (row) => <State row={row} /> },
    {
      id: 'answers',
      header: t('forms.columns.answers'),
      width: '80px',
      align: 'right',
      cell: (row) => countText(row.answers),
    },
    {
      id: 'saved',
      header: t('forms.columns.saved'),
      width: '140px',
      cell: (row) => (row.savedByName === null || row.savedAt === null ? '—' : <InstantText at={row.savedAt} />),
    },
    { id: 'reason', header: t('forms.columns.reason'), width: 'minmax(120px, 1fr)', cell: (row) => row.reason },
  ]
}

function State({ row }: { row: FormRow }) {
  const t = useT('surveys')
  if (row.state === 'draft') return <StateBadge tone="warn" label={t('forms.states.draft')} />
  return row.isCurrent ? (
    <StateBadge tone="good" label={t('forms.states.current')} />
  ) : (
    <StateBadge tone="neutral" label={t('forms.states.earlier')} />
  )
}

type DetailProps = { row: FormRow; onOpen: (id: string | null) => void }

function Detail({ row, onOpen }: DetailProps) {
  const t = useT('surveys')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [isEditing, setEditing] = useState(false)
  const { data: form } = useQuery('surveys.form', { id: row.id }, { topics: ['policies'] })
  const publish = useCommand('surveys.publishForm')
  const publishIt = async () => {
    if (!(await confirmDialog({ title: t('forms.publish'), text: t('forms.publishText') }))) return
    const done = await publish.run({ id: row.id })
    if (done.ok) tellDone(t('forms.published'))
  }
  const mayEdit = row.isCurrent || row.state === 'draft'
  return (
    <DetailPanel
      title={`${nameOf(row.title)} · ${t('version', { version: row.version })}`}
      label={t('forms.detail', { id: row.id })}
      badges={<State row={row} />}
      actions={
        <>
          {mayEdit && (
            <Button variant="default" onClick={() => setEditing(!isEditing)}>
              {t(isEditing ? 'forms.preview' : 'forms.edit')}
            </Button>
          )}
          {row.state === 'draft' && isManager && (
            <Button loading={publish.isBusy} onClick={() => void publishIt()}>
              {t('forms.publish')}
            </Button>
          )}
        </>
      }
      onClose={() => onOpen(null)}
    >
      {form && isEditing && (
        <FormEditor
          key={form.id}
          form={form}
          onSaved={(id) => {
            setEditing(false)
            onOpen(id)
          }}
        />
      )}
      {form && !isEditing && (
        <>
          <Section title={t('forms.preview')}>
            <AnswerForm form={form.body} values={{}} onChange={() => {}} />
          </Section>
          <Section title={t('forms.texts')}>
            <p className={flow.text}>{nameOf(form.body.sms)}</p>
            <p className={flow.faint}>{nameOf(form.body.subject)}</p>
            <p className={flow.text}>{nameOf(form.body.email)}</p>
          </Section>
        </>
      )}
    </DetailPanel>
  )
}
