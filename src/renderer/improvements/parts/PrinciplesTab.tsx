import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PrincipleVersion } from '../../../shared/improvements/loop.ts'
import { PRINCIPLE_COUNT, PRINCIPLES } from '../../../shared/improvements/loop-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './improvements.module.css'

const PLACES = Array.from({ length: PRINCIPLE_COUNT }, (_, index) => index + 1)

/** The principles of the closed loop, each with its versions; the fourth once the client supplies it (S2-174..177). */
export function PrinciplesTab() {
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const { data = [], failure, reload } = useQuery('loop.principles', {}, { topics: ['improvements'] })
  return (
    <div className={`${record.scroll} ${flow.stack}`}>
      <FailureAlert failure={failure} onRetry={reload} />
      {PLACES.map((place) => (
        <Principle key={place} place={place} versions={data.filter((row) => row.place === place)} isLead={isLead} />
      ))}
    </div>
  )
}

type Props = { place: number; versions: readonly PrincipleVersion[]; isLead: boolean }

function Principle({ place, versions, isLead }: Props) {
  const t = useT('loop')
  const nameOf = useName()
  const [isEditing, setEditing] = useState(false)
  const [newest, ...earlier] = versions
  const shipped = PRINCIPLES.find((principle) => principle.place === place)
  const title = newest?.title ?? (shipped ? nameOf(shipped.title) : t('principles.waiting'))
  const text = newest?.text ?? (shipped ? nameOf(shipped.text) : t('principles.waitingText'))
  const isThere = newest !== undefined || shipped !== undefined
  return (
    <section className={styles.card} aria-label={t('principles.place', { place })}>
      <div className={styles.filters}>
        <h2>
          {t('principles.place', { place })} · {title}
        </h2>
        {isLead && (
          <Button className={styles.push ?? ''} size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {isThere ? t('principles.revise') : t('principles.record')}
          </Button>
        )}
      </div>
      <p className={styles.text}>{text}</p>
      {newest && <VersionLine row={newest} />}
      {!newest && shipped && <div className={record.faint}>{t('principles.fromDocument')}</div>}
      {earlier.length > 0 && (
        <details>
          <summary>{t('principles.earlier')}</summary>
          {earlier.map((row) => (
            <div key={row.version}>
              <p className={styles.text}>{row.text}</p>
              <VersionLine row={row} />
            </div>
          ))}
        </details>
      )}
      {isEditing && (
        <EditPrinciple
          place={place}
          title={isThere ? title : ''}
          text={isThere ? text : ''}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  )
}

function VersionLine({ row }: { row: PrincipleVersion }) {
  const t = useT('loop')
  const { version, setByName, setAt, source } = row
  return (
    <div className={record.faint}>
      {t('principles.version', { version, name: setByName, time: dateTimeText(setAt), source })}
    </div>
  )
}

type EditProps = { place: number; title: string; text: string; onClose: () => void }

function EditPrinciple({ place, title: oldTitle, text: oldText, onClose }: EditProps) {
  const t = useT('loop')
  const u = useT('ui')
  const [title, setTitle] = useState(oldTitle)
  const [text, setText] = useState(oldText)
  const [source, setSource] = useState('')
  const set = useCommand('loop.setPrinciple', { quiet: true })
  const save = async () => {
    if ((await set.run({ place, title, text, source })).ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-principle-lines', subject: String(place) }}
      title={t('principles.place', { place })}
      save={u('actions.save')}
      failure={set.failure}
      isBusy={set.isBusy}
      isReady={[title, text, source].every((words) => words.trim().length > 1)}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        maxLength={60}
        label={t('principles.fields.title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'improvements-edit-principle-text', subject: String(place) }}
        minRows={3}
        maxLength={2000}
        label={t('principles.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        maxLength={200}
        label={t('principles.fields.source')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
