import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RequestRow } from '../../../shared/exports/contract.ts'
import { KEPT_FROM_ROWS } from '../../../shared/exports/model.ts'
import { PROFILE_RULES } from '../../../shared/exports/profiles.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ExportAlert } from './ExportAlert.tsx'
import { LimitsLine } from './LimitsLine.tsx'
import { tellExported } from './tell-exported.ts'

const TONES: Record<RequestRow['state'], Tone> = { asked: 'warn', approved: 'good', refused: 'bad', used: 'neutral' }

const WIDE_ONLY = ['by', 'rows']

/** Exports that a second person must agree to. */
export function RequestsTab() {
  const t = useT('exports')
  const nameOf = useName()
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('exports.requests', {}, { topics: ['exports'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<RequestRow>[] = [
    { id: 'at', header: t('columns.at'), width: '140px', cell: (row) => <InstantText at={row.askedAt} /> },
    { id: 'by', header: t('askedBy'), width: 'minmax(80px, 0.6fr)', cell: (row) => row.askedBy },
    { id: 'about', header: t('columns.about'), width: 'minmax(110px, 0.9fr)', cell: (row) => row.scopeLabel },
    {
      id: 'profile',
      header: t('form.profile'),
      width: '110px',
      cell: (row) => nameOf(PROFILE_RULES[row.profile].name),
    },
    { id: 'recipient', header: t('columns.recipient'), width: 'minmax(100px, 1fr)', cell: (row) => row.recipient },
    { id: 'rows', header: t('columns.rows'), width: '80px', align: 'right', cell: (row) => countText(row.rows) },
    {
      id: 'state',
      header: t('columns.state'),
      width: '130px',
      cell: (row) => <StateBadge tone={TONES[row.state]} label={t(`requestStates.${row.state}`)} />,
    },
  ]
  return (
    <>
      <LimitsLine />
      <SplitView
        list={
          <DataTable
            label={t('tabs.requests')}
            columns={open ? columns.filter(({ id }) => !WIDE_ONLY.includes(id)) : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={open?.id}
            empty={<EmptyState title={t('noRequests')} />}
          />
        }
        detail={open ? <RequestPanel key={open.id} row={open} onClose={() => setOpenId(null)} /> : null}
      />
    </>
  )
}

function RequestPanel({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const t = useT('exports')
  const nameOf = useName()
  const title = t('requestFor', { recipient: row.recipient })
  const facts = [
    { label: t('form.scope'), value: t('scopeOf', { kind: t(`scopes.${row.scopeKind}`), label: row.scopeLabel }) },
    { label: t('form.profile'), value: nameOf(PROFILE_RULES[row.profile].name) },
    { label: t('columns.purpose'), value: row.purpose },
    { label: t('columns.rows'), value: countText(row.rows) },
    { label: t('why'), value: row.reasons.map((reason) => t(`reasons.${reason}`)).join('、') },
    { label: t('askedBy'), value: row.askedBy },
    { label: t('columns.state'), value: t(`requestStates.${row.state}`) },
    ...(row.decidedBy ? [{ label: t('approvedBy'), value: `${row.decidedBy} · ${row.decisionNote ?? ''}` }] : []),
  ]
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('copy')}>
        <Facts facts={facts} columns={1} />
      </Section>
      {row.state === 'asked' && !row.askedByMe && <Decide id={row.id} />}
      {row.state === 'approved' && row.askedByMe && <MakeIt row={row} />}
    </DetailPanel>
  )
}

function Decide({ id }: { id: string }) {
  const t = useT('exports')
  const command = useCommand('exports.decide')
  const decide = (isApproved: boolean) => async (note: string) => {
    const result = await command.run({ id, isApproved, note })
    if (result.ok) tellDone(t(`requestStates.${result.value.state}`))
    return result.ok
  }
  return (
    <TextAct
      keep={{ kind: 'exports-decide-decision-note', subject: id }}
      label={t('decisionNote')}
      buttons={[
        { label: t('approve'), onSend: decide(true), isBusy: command.isBusy, isMain: true },
        { label: t('refuse'), onSend: decide(false), isBusy: command.isBusy },
      ]}
    />
  )
}

function MakeIt({ row }: { row: RequestRow }) {
  const t = useT('exports')
  const language = useLanguage()
  const mayExport = useSession((state) => state.user?.role === 'manager')
  const [job, setJob] = useState<string | null>(null)
  const command = useCommand('exports.selection', { quiet: true })
  const write = async () => {
    const suggested = `history-${row.scopeKind}-${row.profile}.zip`
    const place = await shell('shell.pickSave', { purpose: 'history', suggested })
    if (!place.ok || place.value === null) return
    const mine = newJob()
    setJob(mine)
    const { scope, profile, purpose, recipient, id } = row
    const input = { scope, profile, purpose, requester: recipient, recipient, requestId: id, language }
    const result = await command.run({ ...input, out: place.value.token }, { job: mine })
    setJob(null)
    if (result.ok) tellExported(result.value)
  }
  if (!mayExport) return null
  return (
    <Section title={t('exportHistory')}>
      {row.rows >= KEPT_FROM_ROWS && <p>{t('resumable')}</p>}
      <ExportAlert failure={command.failure} />
      <Button loading={command.isBusy} onClick={() => void write()}>
        {t('form.submit')}
      </Button>
      <ProgressDialog job={job} title={t('exporting')} />
    </Section>
  )
}
