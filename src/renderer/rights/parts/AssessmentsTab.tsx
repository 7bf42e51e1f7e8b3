import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Assessment } from '../../../shared/rights/model.ts'
import {
  ASSESSMENT_STATE_NAMES,
  OCCASION_NAMES,
  type Occasion,
  RISK_LEVEL_NAMES,
  type RiskLevel,
} from '../../../shared/rights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ASSESSMENT_TONES, LEVEL_TONES } from '../tones.ts'
import styles from './rights.module.css'

/** Impact assessments, approved by a second person and kept for three years (PIPL 55, 56). */
export function AssessmentsTab() {
  const t = useT('rights')
  const nameOf = useName()
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('rights.assessments', {}, { topics: ['rights'] })
  const open = query.data?.find(({ id }) => id === openId)
  const all: Column<Assessment>[] = [
    { id: 'title', header: t('assess.name'), width: 'minmax(160px, 2fr)', cell: (row) => row.title },
    {
      id: 'occasion',
      header: t('assess.occasion'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => nameOf(OCCASION_NAMES[row.occasion]),
    },
    {
      id: 'level',
      header: t('assess.level'),
      width: '90px',
      cell: (row) => <StateBadge tone={LEVEL_TONES[row.level]} label={nameOf(RISK_LEVEL_NAMES[row.level])} />,
    },
    { id: 'review', header: t('assess.review'), width: '120px', cell: (row) => dayText(row.reviewDay) },
    {
      id: 'state',
      header: t('columns.state'),
      width: '130px',
      cell: (row) => (
        <StateBadge tone={ASSESSMENT_TONES[row.state]} label={nameOf(ASSESSMENT_STATE_NAMES[row.state])} />
      ),
    },
  ]
  return (
    <>
      <div className={styles.bar}>
        <Button onClick={() => setAdding(true)}>{t('assess.new')}</Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.assessments')}
            columns={open ? all.filter(({ id }) => ['title', 'state'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('assess.none')} />}
          />
        }
        detail={open ? <AssessmentPanel key={open.id} one={open} onClose={() => setOpenId(null)} /> : null}
      />
      {isAdding && <AssessmentForm onClose={() => setAdding(false)} />}
    </>
  )
}

function AssessmentPanel({ one, onClose }: { one: Assessment; onClose: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const decide = useCommand('rights.decideAssessment')
  const send = (isApproved: boolean) => async (note: string) => {
    const result = await decide.run({ id: one.id, isApproved, note })
    if (result.ok) tellDone(t('saved'))
    return result.ok
  }
  const facts = [
    { label: t('assess.occasion'), value: nameOf(OCCASION_NAMES[one.occasion]) },
    { label: t('assess.level'), value: nameOf(RISK_LEVEL_NAMES[one.level]) },
    { label: t('assess.purpose'), value: one.purpose },
    { label: t('assess.necessity'), value: one.necessity },
    { label: t('assess.risks'), value: one.risks },
    { label: t('assess.measures'), value: one.measures },
    { label: t('assess.by'), value: one.createdByName },
    { label: t('assess.review'), value: dayText(one.reviewDay) },
    {
      label: t('assess.note'),
      value: one.decidedByName ? t('assess.decided', { name: one.decidedByName, note: one.decisionNote }) : '',
    },
    { label: t('assess.keepUntil'), value: one.keepUntil ? dayText(one.keepUntil) : '' },
  ]
  return (
    <DetailPanel title={one.title} label={t('assess.detail', { title: one.title })} onClose={onClose}>
      <Section title={t('tabs.assessments')}>
        <Facts facts={facts.filter(({ value }) => value !== '')} columns={1} />
        {one.mayDecide && (
          <TextAct
            keep={{ kind: 'rights-assessment-panel-note', subject: one.id }}
            label={t('assess.note')}
            buttons={[
              { label: t('assess.refuse'), onSend: send(false), isBusy: decide.isBusy },
              { label: t('assess.approve'), onSend: send(true), isBusy: decide.isBusy, isMain: true },
            ]}
          />
        )}
      </Section>
    </DetailPanel>
  )
}

const EMPTY = { title: '', purpose: '', necessity: '', risks: '', measures: '' }
const LONG = ['purpose', 'necessity', 'risks', 'measures'] as const

function AssessmentForm({ onClose }: { onClose: () => void }) {
  const t = useT('rights')
  const u = useT('ui')
  const nameOf = useName()
  const [words, setWords] = useState(EMPTY)
  const [occasion, setOccasion] = useState<Occasion>('sensitive')
  const [level, setLevel] = useState<RiskLevel>('medium')
  const [reviewDay, setReview] = useState<string | null>(null)
  const save = useCommand('rights.assess', { quiet: true })
  const send = async () => {
    if (reviewDay === null) return
    if (!(await save.run({ ...words, occasion, level, reviewDay })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'rights-assessment-lines', subject: 'new' }}
      title={t('assess.new')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={reviewDay !== null && Object.values(words).every((text) => text.trim() !== '')}
      onSave={send}
      onClose={onClose}
    >
      <TextInput
        label={t('assess.name')}
        value={words.title}
        onChange={(event) => setWords({ ...words, title: event.currentTarget.value })}
      />
      <FieldRow columns={3}>
        <ChoiceField
          label={t('assess.occasion')}
          data={choicesOf(OCCASION_NAMES, nameOf)}
          value={occasion}
          onChange={setOccasion}
        />
        <ChoiceField
          label={t('assess.level')}
          data={choicesOf(RISK_LEVEL_NAMES, nameOf)}
          value={level}
          onChange={setLevel}
        />
        <DayField label={t('assess.review')} value={reviewDay} onChange={setReview} />
      </FieldRow>
      {LONG.map((name) => (
        <TextArea
          keep={{ kind: 'rights-assessment-form', subject: name }}
          key={name}
          label={t(`assess.${name}`)}
          minRows={2}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
        />
      ))}
    </FormDialog>
  )
}
