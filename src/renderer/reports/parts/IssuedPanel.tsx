import { Button, Group } from '@mantine/core'
import { IconFileTypePdf, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { FIGURE_IDS, figureSpec } from '../../../shared/reports/figures.ts'
import type { Difference, IssuedReport } from '../../../shared/reports/model.ts'
import type { ReportFormat } from '../../../shared/reports/words.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { basisText, figureOf, valueText } from '../value-text.ts'
import { type NumbersColumn, NumbersTable } from './NumbersTable.tsx'
import styles from './reports.module.css'

/** A report as it was handed out: what it said, what is different now, and its files. */
export function IssuedPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('reports')
  const nameOf = useName()
  const { data, failure, reload } = useQuery('reports.issuedReport', { id }, { clearOnChange: true })
  if (!data) return <FailureAlert failure={failure} onRetry={reload} />
  const { issued, report, isWhole } = data
  const facts = [
    { label: t('issue.period'), value: issued.period },
    { label: t('issue.issuedAt'), value: dateTimeText(issued.issuedAt) },
    { label: t('issue.issuedBy'), value: issued.issuedByName },
    { label: t('issue.sha'), value: <span className={`mono ${styles.mono}`}>{issued.sha256}</span> },
    ...(issued.note === '' ? [] : [{ label: t('issue.noted'), value: issued.note }]),
  ]
  const columns = [
    { header: t('figure'), cell: (one: (typeof report.figures)[number]) => nameOf(figureSpec(one.id).name) },
    {
      header: t('issue.issued'),
      isNumber: true,
      cell: (one: (typeof report.figures)[number]) => valueText(one.value, figureSpec(one.id).unit),
    },
    { header: t('basis'), isNumber: true, cell: (one: (typeof report.figures)[number]) => basisText(one) },
  ]
  return (
    <DetailPanel
      title={issued.number}
      label={t('issue.detail', { number: issued.number })}
      badges={<StateBadge tone={isWhole ? 'good' : 'bad'} label={t(isWhole ? 'issue.whole' : 'issue.broken')} />}
      onClose={onClose}
    >
      <Section title={t('views.issued')}>
        <Facts columns={2} facts={facts} />
        <Files issued={issued} isWhole={isWhole} />
      </Section>
      <Section title={t('issue.differences')}>
        <Differences id={id} />
      </Section>
      <Section title={t('issue.figures')}>
        <NumbersTable
          label={t('issue.figures')}
          columns={columns}
          rows={FIGURE_IDS.flatMap((one) => figureOf(report, one) ?? [])}
          rowKey={(one) => one.id}
          empty={t('nothing')}
        />
      </Section>
    </DetailPanel>
  )
}

function Differences({ id }: { id: string }) {
  const t = useT('reports')
  const nameOf = useName()
  const [isAsked, setAsked] = useState(false)
  const { data, failure, isLoading, reload } = useQuery('reports.compareIssued', { id }, { enabled: isAsked })
  const columns: NumbersColumn<Difference>[] = [
    { header: t('issue.item'), cell: ({ name }) => nameOf(name) },
    { header: t('issue.issued'), isNumber: true, cell: ({ issued, unit }) => valueText(issued, unit) },
    { header: t('issue.nowValue'), isNumber: true, cell: ({ now, unit }) => valueText(now, unit) },
  ]
  return (
    <>
      <FailureAlert failure={failure} onRetry={reload} />
      {data ? (
        <>
          <p className={styles.faint}>{t('period.asOf', { time: dateTimeText(data.asOf) })}</p>
          <NumbersTable
            label={t('issue.differences')}
            columns={columns}
            rows={data.differences}
            rowKey={(one) => `${one.part} ${one.id}`}
            empty={t('issue.noDifferences')}
          />
        </>
      ) : (
        <Button variant="default" loading={isAsked && isLoading} onClick={() => setAsked(true)}>
          {t('issue.compare')}
        </Button>
      )}
    </>
  )
}

function Files({ issued, isWhole }: { issued: IssuedReport; isWhole: boolean }) {
  const t = useT('reports')
  const language = useLanguage()
  const [job, setJob] = useState<string | null>(null)
  const command = useCommand('reports.export')
  const write = async (format: ReportFormat) => {
    const place = await shell('shell.pickSave', { purpose: 'copy', suggested: `${issued.number}.${format}` })
    if (!place.ok || place.value === null) return
    const mine = newJob()
    setJob(mine)
    const result = await command.run({ id: issued.id, format, language, out: place.value.token }, { job: mine })
    setJob(null)
    if (result.ok) tellDone(t('issue.exported', { name: result.value.fileName }))
  }
  return (
    <Group gap="xs" my="xs">
      <Button
        variant="default"
        disabled={!isWhole}
        leftSection={<IconTable size={15} />}
        onClick={() => void write('csv')}
      >
        {t('issue.csv')}
      </Button>
      <Button
        variant="default"
        disabled={!isWhole}
        leftSection={<IconTable size={15} />}
        onClick={() => void write('xlsx')}
      >
        {t('issue.xlsx')}
      </Button>
      <Button
        variant="default"
        disabled={!isWhole}
        leftSection={<IconFileTypePdf size={15} />}
        onClick={() => void write('pdf')}
      >
        {t('issue.pdf')}
      </Button>
      <ProgressDialog job={job} title={t('issue.exporting')} />
    </Group>
  )
}
