import { Button, MultiSelect, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { CourseRow } from '../../../shared/careers/desk-model.ts'
import {
  COURSE_CONTENT_NAMES,
  COURSE_FORM_NAMES,
  type CourseContent,
  type CourseForm,
  POST_NAMES,
  type Post,
} from '../../../shared/careers/words.ts'
import { EFFECT_NAMES, type TrainingWay } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { countText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { EFFECT_TONES } from '../tones.ts'

const FORM_OF_WAY: Record<TrainingWay, CourseForm> = {
  online: 'online',
  internal: 'classroom',
  caseStudy: 'classroom',
  external: 'outside',
}

/** S4-28 S4-88..90: the year's courses: for which posts, about what, in which form, of which project. */
export function CoursesTab() {
  const t = useT('careers')
  const nameOf = useName()
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('careers.courses', { year }, { topics: ['careers', 'training'] })
  const open = query.data?.find(({ trainingId }) => trainingId === openId)
  const all: Column<CourseRow>[] = [
    { id: 'name', header: t('courses.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    {
      id: 'content',
      header: t('courses.content'),
      width: '100px',
      cell: (row) => (row.course ? nameOf(COURSE_CONTENT_NAMES[row.course.content]) : '—'),
    },
    {
      id: 'form',
      header: t('courses.form'),
      width: '90px',
      cell: (row) => (row.course ? nameOf(COURSE_FORM_NAMES[row.course.form]) : '—'),
    },
    {
      id: 'posts',
      header: t('courses.posts'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => row.course?.posts.map((post) => nameOf(POST_NAMES[post])).join('、') || '—',
    },
    { id: 'project', header: t('courses.project'), width: '150px', cell: (row) => row.projectTitle ?? '—' },
    {
      id: 'people',
      header: t('courses.people'),
      width: '90px',
      align: 'right',
      cell: (row) => countText(row.attended),
    },
    {
      id: 'effect',
      header: t('courses.effect'),
      width: '130px',
      cell: (row) =>
        row.effect === null ? (
          '—'
        ) : (
          <StateBadge tone={EFFECT_TONES[row.effect]} label={nameOf(EFFECT_NAMES[row.effect])} />
        ),
    },
  ]
  return (
    <>
      <div className={flow.line}>
        <NumberInput
          aria-label={t('courses.year')}
          w={90}
          min={2000}
          max={2200}
          allowDecimal={false}
          value={year}
          onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2200 && setYear(value)}
        />
      </div>
      <SplitView
        list={
          <DataTable
            label={t('courses.title')}
            columns={open ? all.filter(({ id }) => ['name', 'content'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.trainingId}
            {...(isLead ? { onOpen: (row: CourseRow) => setOpenId(row.trainingId) } : {})}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('courses.empty')} />}
          />
        }
        detail={open ? <CoursePanel key={open.trainingId} row={open} onClose={() => setOpenId(null)} /> : null}
      />
    </>
  )
}

function CoursePanel({ row, onClose }: { row: CourseRow; onClose: () => void }) {
  const t = useT('careers')
  const nameOf = useName()
  const [content, setContent] = useState<CourseContent>(row.course?.content ?? 'business')
  const [form, setForm] = useState<CourseForm>(row.course?.form ?? FORM_OF_WAY[row.way])
  const [posts, setPosts] = useState<Post[]>(row.course?.posts ?? [])
  const [projectId, setProject] = useState<string | null>(row.course?.projectId ?? null)
  const { data: projects = [] } = useQuery('projects.list', {}, { topics: ['improvements'] })
  const save = useCommand('careers.saveCourse', { quiet: true })
  const choices = choicesOf(POST_NAMES, nameOf)
  const submit = async () => {
    const done = await save.run({ trainingId: row.trainingId, course: { content, form, posts, projectId } })
    if (done.ok) tellDone(t('saved'))
  }
  return (
    <DetailPanel title={row.title} label={t('courses.detail', { title: row.title })} onClose={onClose}>
      <Section title={t('courses.title')}>
        <div className={flow.stack}>
          <FailureAlert failure={save.failure} />
          <ChoiceField
            label={t('courses.content')}
            data={choicesOf(COURSE_CONTENT_NAMES, nameOf)}
            value={content}
            onChange={setContent}
          />
          <ChoiceField
            label={t('courses.form')}
            data={choicesOf(COURSE_FORM_NAMES, nameOf)}
            value={form}
            onChange={setForm}
          />
          <MultiSelect
            searchable
            label={t('courses.posts')}
            data={choices}
            value={posts}
            onChange={(chosen) => setPosts(choices.map(({ value }) => value).filter((post) => chosen.includes(post)))}
          />
          <Select
            label={t('courses.project')}
            placeholder={t('courses.noProject')}
            clearable
            data={projects.map(({ id, title }) => ({ value: id, label: title }))}
            value={projectId}
            onChange={setProject}
          />
          <Button className={flow.push ?? ''} loading={save.isBusy} onClick={() => void submit()}>
            {t('courses.save')}
          </Button>
        </div>
      </Section>
    </DetailPanel>
  )
}
