import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Specialist } from '../../../shared/workflow/specialists.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { tellDone } from '../../ui/notify.ts'
import { offerUndo } from '../../ui/undo.ts'
import { namedBy } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { useNameOf } from '../use-name-of.ts'
import styles from './workflow.module.css'

/** S1-32: who looks after each category and who steps in; leads and managers name them. */
export function SpecialistTable() {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const { categoryNames, deskNames } = useClasses()
  const role = useSession((session) => session.user?.role)
  const { data: rows } = useQuery('workflow.specialists', {}, { topics: ['policies'] })
  const { data: people = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const remove = useCommand('workflow.removeSpecialist')
  const set = useCommand('workflow.setSpecialist')
  const personName = (id: string | null) => people.find((user) => user.id === id)?.name ?? '—'
  const isLead = role !== 'agent'
  const drop = async (row: Specialist) => {
    if (!(await remove.run({ category: row.category })).ok) return
    const name = namedBy(categoryNames, row.category, nameOf)
    offerUndo({ text: t('specialists.removed', { name }), undo: () => set.run(row) })
  }
  if (!rows) return null
  return (
    <div className={styles.specialists}>
      <p className={styles.faint}>{t('specialists.intro')}</p>
      {isLead && <SpecialistForm />}
      {rows.length === 0 ? (
        <p className={styles.faint}>{t('specialists.none')}</p>
      ) : (
        <table aria-label={t('view.specialists')}>
          <thead>
            <tr>
              <th scope="col">{t('specialists.category')}</th>
              <th scope="col">{t('specialists.specialist')}</th>
              <th scope="col">{t('specialists.deputy')}</th>
              <th scope="col">{t('specialists.department')}</th>
              <th aria-label={t('specialists.remove')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { category, specialistId, deputyId, department } = row
              return (
                <tr key={category}>
                  <td>{namedBy(categoryNames, category, nameOf)}</td>
                  <td>{personName(specialistId)}</td>
                  <td>{personName(deputyId)}</td>
                  <td>{namedBy(deskNames, department, nameOf)}</td>
                  <td>
                    {isLead && (
                      <Button size="compact-xs" variant="subtle" onClick={() => void drop(row)}>
                        {t('specialists.remove')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}

function SpecialistForm() {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const classes = useClasses()
  const { data: people = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const [category, setCategory] = useState<string | null>(null)
  const [specialistId, setSpecialist] = useState<string | null>(null)
  const [deputyId, setDeputy] = useState<string | null>(null)
  const [department, setDepartment] = useState<string>('vip')
  const set = useCommand('workflow.setSpecialist')
  const choices = people.filter((user) => user.role !== 'admin').map(({ id, name }) => ({ value: id, label: name }))
  const save = async () => {
    if (category === null) return
    const result = await set.run({
      category,
      specialistId: specialistId as UserId | null,
      deputyId: deputyId as UserId | null,
      department,
    })
    if (!result.ok) return
    setCategory(null)
    tellDone(t('specialists.saved'))
  }
  return (
    <div className={styles.form}>
      <Select
        searchable
        label={t('specialists.category')}
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={category}
        onChange={setCategory}
      />
      <Select
        searchable
        clearable
        label={t('specialists.specialist')}
        data={choices}
        value={specialistId}
        onChange={setSpecialist}
      />
      <Select
        searchable
        clearable
        label={t('specialists.deputy')}
        data={choices}
        value={deputyId}
        onChange={setDeputy}
      />
      <Select
        label={t('specialists.department')}
        allowDeselect={false}
        data={classes.offered.desks.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
        value={department}
        onChange={(value) => setDepartment(value ?? 'vip')}
      />
      <Button loading={set.isBusy} disabled={category === null} onClick={() => void save()}>
        {t('specialists.save')}
      </Button>
    </div>
  )
}
