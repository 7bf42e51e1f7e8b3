import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { PaperRow } from '../../../shared/exams/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import { Key } from './AttemptSheet.tsx'
import styles from './exams.module.css'
import { PaperForm } from './PaperForm.tsx'
import { useSaid } from './use-said.ts'

/** S3-99: papers by blueprint: so many questions of each kind, drawn anew for every attempt. */
export function PapersTab() {
  const t = useT('exams')
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('exams.papers', {}, { topics: ['exams'] })
  const open = query.data?.find(({ id }) => id === openId)
  const close = () => {
    setAdding(false)
    setOpenId(null)
  }
  const show = (id: string) => {
    setAdding(false)
    setOpenId(id)
  }
  const all: Column<PaperRow>[] = [
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
  const panel = open ? (
    <DetailPanel title={open.title} label={t('papers.edit')} badges={<Standing paper={open} />} onClose={close}>
      <Section title={t('papers.lines')}>
        <PaperForm key={open.id} known={open} onDone={show} />
      </Section>
      {open.missing === 0 && <Try key={`try ${open.id}`} id={open.id} />}
    </DetailPanel>
  ) : null
  const detail = isAdding ? (
    <DetailPanel title={t('papers.add')} label={t('papers.add')} onClose={close}>
      <Section title={t('papers.lines')}>
        <PaperForm known={null} onDone={show} />
      </Section>
    </DetailPanel>
  ) : (
    panel
  )
  return (
    <>
      <div className={styles.line}>
        <Button className={styles.push ?? ''} onClick={() => setAdding(true)}>
          {t('papers.add')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.papers')}
            columns={detail ? all.filter(({ id }) => ['title', 'missing'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => show(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('papers.empty')} />}
          />
        }
        detail={detail}
      />
    </>
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
      <div className={styles.line}>
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
      {data && asked !== null && <p className={styles.faint}>{t('papers.drawn', { seed: String(asked) })}</p>}
      <ol>
        {data?.map((question) => (
          <li key={question.place}>
            <p className={styles.text}>{said(question.text)}</p>
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
