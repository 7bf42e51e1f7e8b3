import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { PaperRow } from '../../../shared/exams/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import { Key } from './AttemptSheet.tsx'
import { PaperForm } from './PaperForm.tsx'
import { useSaid } from './use-said.ts'

/** S3-99: papers by blueprint: so many questions of each kind, drawn anew for every attempt. */
export function PapersTab() {
  const t = useT('exams')
  const query = useQuery('exams.papers', {}, { topics: ['exams'] })
  const columns: Column<PaperRow>[] = [
    { id: 'title', header: t('papers.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    {
      id: 'questions',
      header: t('columns.questions'),
      width: '100px',
      align: 'right',
      cell: (row) => countText(row.questions),
    },
    { id: 'outOf', header: t('columns.outOf'), width: '80px', align: 'right', cell: (row) => countText(row.outOf) },
    {
      id: 'minutes',
      header: t('columns.minutes'),
      width: '110px',
      cell: (row) => t('minutes', { count: row.minutes }),
    },
    { id: 'missing', header: t('columns.missing'), width: '150px', cell: (row) => <Standing paper={row} /> },
  ]
  return (
    <ListTab
      label={t('tabs.papers')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['title', 'missing']}
      empty={<EmptyState title={t('papers.empty')} />}
      add={t('papers.add')}
      form={(close, show) => (
        <DetailPanel title={t('papers.add')} label={t('papers.add')} onClose={close}>
          <Section title={t('papers.lines')}>
            <PaperForm known={null} onDone={show} />
          </Section>
        </DetailPanel>
      )}
      panel={(id, close) => {
        const paper = query.data?.find((row) => row.id === id)
        return paper ? <PaperPanel paper={paper} onClose={close} /> : null
      }}
    />
  )
}

function PaperPanel({ paper, onClose }: { paper: PaperRow; onClose: () => void }) {
  const t = useT('exams')
  const { id, title, missing } = paper
  return (
    <DetailPanel title={title} label={t('papers.edit')} badges={<Standing paper={paper} />} onClose={onClose}>
      <Section title={t('papers.lines')}>
        <PaperForm key={id} known={paper} />
      </Section>
      {missing === 0 && <Try key={`try ${id}`} id={id} />}
    </DetailPanel>
  )
}

function Standing({ paper: { isActive, missing } }: { paper: PaperRow }) {
  const t = useT('exams')
  if (!isActive) return <StateBadge tone="neutral" label={t('papers.inactive')} />
  if (missing > 0) return <StateBadge tone="bad" label={t('papers.lacking', { count: missing })} />
  return <StateBadge tone="good" label={t('papers.ready')} />
}

/** One draw by a seed that stands there: whoever enters it again draws the same paper. */
function Try({ id }: { id: string }) {
  const t = useT('exams')
  const said = useSaid()
  const [seed, setSeed] = useState(1)
  const [asked, setAsked] = useState<number | null>(null)
  const { data, failure } = useQuery('exams.tryPaper', { id, seed: asked ?? 0 }, { enabled: asked !== null })
  return (
    <Section title={t('papers.try')}>
      <div className={flow.line}>
        <NumberInput
          aria-label={t('papers.trySeed')}
          w={110}
          min={0}
          max={4_294_967_295}
          allowDecimal={false}
          value={seed}
          onChange={(value) => setSeed(Number(value) || 0)}
        />
        <Button variant="default" onClick={() => setAsked(seed)}>
          {t('papers.try')}
        </Button>
      </div>
      <FailureAlert failure={failure} />
      {data && asked !== null && <p className={record.faint}>{t('papers.drawn', { seed: String(asked) })}</p>}
      <ol>
        {data?.map((question) => (
          <li key={question.place}>
            <p className={flow.text}>{said(question.text)}</p>
            <Key
              question={question}
              names={question.options.filter((one) => question.right?.includes(one.place)).map((one) => said(one))}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
