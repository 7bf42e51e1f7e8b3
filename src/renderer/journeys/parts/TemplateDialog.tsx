import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { TemplateItem } from '../../../shared/journeys/model.ts'
import { ITEM_KIND_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './journeys.module.css'

/** The checklist that later trips begin with (S4-15). */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery('journeys.template', {}, { topics: [] })
  return data ? <Editor template={data} onClose={onClose} /> : null
}

type Line = TemplateItem & { key: number }

function Editor({ template, onClose }: { template: Output<'journeys.template'>; onClose: () => void }) {
  const t = useT('journeys')
  const u = useT('ui')
  const [lines, setLines] = useState<Line[]>(template.items.map((item, key) => ({ ...item, key })))
  const [next, setNext] = useState(template.items.length)
  const [reason, setReason] = useState('')
  const save = useCommand('journeys.saveTemplate', { quiet: true })
  const { version, savedAt, savedByName } = template
  const change = (key: number, part: Partial<TemplateItem>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <FormDialog
      keep={null}
      title={t('template.title')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={reason.trim() !== '' && lines.length > 0 && lines.every(({ zh }) => zh.trim() !== '')}
      onSave={async () => {
        const items = lines.map(({ kind, zh, en }) => ({ kind, zh, en }))
        const saved = await save.run({ version, items, reason })
        if (!saved.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <p className={flow.text}>{t('template.intro')}</p>
      <div className={record.faint}>
        {savedAt === null
          ? t('template.version', { version })
          : t('template.savedBy', {
              ...{ version, name: savedByName ?? '', time: dateTimeText(savedAt), reason: template.reason },
            })}
      </div>
      {lines.map((line, i) => (
        <TemplateLine
          key={line.key}
          line={line}
          place={i + 1}
          onChange={(part) => change(line.key, part)}
          onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            setLines([...lines, { key: next, kind: 'other', zh: '', en: '' }])
            setNext(next + 1)
          }}
        >
          {t('template.add')}
        </Button>
      </div>
      <TextInput
        label={t('template.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

type LineProps = { line: Line; place: number; onChange: (part: Partial<TemplateItem>) => void; onRemove: () => void }

function TemplateLine({ line, place, onChange, onRemove }: LineProps) {
  const t = useT('journeys')
  const nameOf = useName()
  return (
    <div className={styles.templateRow}>
      <ChoiceField
        label={t('checklist.kind')}
        data={choicesOf(ITEM_KIND_NAMES, nameOf)}
        value={line.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextInput
        label={t('template.zh')}
        value={line.zh}
        onChange={(event) => onChange({ zh: event.currentTarget.value })}
      />
      <TextInput
        label={t('template.en')}
        value={line.en}
        onChange={(event) => onChange({ en: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('template.remove', { place })} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </div>
  )
}
