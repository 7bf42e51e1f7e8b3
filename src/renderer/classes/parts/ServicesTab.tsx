import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import type { ServiceTypeRow } from '../../../shared/classes/model.ts'
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
import { NameFields } from './NameFields.tsx'
import { SaveActions } from './SaveActions.tsx'
import { type Arrange, useArrange } from './use-arrange.ts'

const NEW: ServiceTypeRow = { code: '', name: { zh: '', en: '' }, isActive: true }

function useColumns(): Column<ServiceTypeRow>[] {
  const t = useT('classes')
  const nameOf = useName()
  return [
    { id: 'name', header: t('columns.name'), width: 'minmax(110px, 1fr)', cell: ({ name }) => nameOf(name) },
    { id: 'code', header: t('columns.code'), width: '150px', cell: ({ code }) => <span className="mono">{code}</span> },
    {
      id: 'state',
      header: t('columns.state'),
      width: '108px',
      cell: ({ isActive }) => (
        <StateBadge tone={isActive ? 'good' : 'neutral'} label={t(isActive ? 'states.active' : 'states.retired')} />
      ),
    },
  ]
}

/** S3-26: what may be asked of the desk; own ones are added, and retired ones stay with the cases that have them. */
export function ServicesTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const [openCode, setOpenCode] = useState<string | null>(null)
  const columns = useColumns()
  const open = openCode === '' ? NEW : lists.serviceTypes.find(({ code }) => code === openCode)
  const arrange = useArrange(
    'serviceTypes',
    lists.serviceTypes.map(({ code }) => code),
    () => true,
  )
  return (
    <>
      {mayEdit && (
        <div className={styles.line}>
          <Button className={flow.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setOpenCode('')}>
            {t('add.services')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.services')}
            columns={columns}
            rows={rowsOf(lists.serviceTypes)}
            rowKey={({ code }) => code}
            onOpen={({ code }) => setOpenCode(code)}
            openKey={openCode ?? undefined}
          />
        }
        detail={
          open ? (
            <ServiceForm
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
  row: ServiceTypeRow
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

function ServiceForm({ row: start, mayEdit, arrange, onSaved, onClose }: FormProps) {
  const t = useT('classes')
  const nameOf = useName()
  const [row, setRow] = useState(start)
  const save = useCommand('classes.saveServiceType')
  const formId = useId()
  const isNew = start.code === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ ...row, isNew })).ok) return
    tellDone(t('saved', { name: nameOf(row.name) }))
    onSaved(row.code)
  }
  const title = isNew ? t('add.services') : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={t('tabs.services')}>
          <div className={flow.stack}>
            <NameFields
              row={row}
              codeHint={t('fields.plainCodeHint')}
              errors={save.fieldErrors}
              mayEdit={mayEdit}
              onCode={isNew ? (code) => setRow({ ...row, code: code.trim() }) : undefined}
              onChange={(part) => setRow({ ...row, ...part })}
            />
          </div>
        </Section>
      </form>
    </DetailPanel>
  )
}
