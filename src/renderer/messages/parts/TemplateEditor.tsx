import { Button, Select, TextInput, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { MessageTemplate } from '../../../shared/messages/model.ts'
import { VARIABLE_NAMES, VARIABLES, type Variable } from '../../../shared/messages/variables.ts'
import { MESSAGE_CHANNEL_NAMES, OCCASION_NAMES } from '../../../shared/messages/words.ts'
import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import own from '../messages.module.css'
import { Sample } from './Sample.tsx'

type Props = {
  /** The draft to change, the version to take further, or nothing for a new wording. */
  before: MessageTemplate | null
  onSaved: (template: MessageTemplate) => void
  onClose: () => void
}

const EMPTY = { zh: '', en: '' }

/** Writes a wording in both languages; variables are put in by pressing their names. */
export function TemplateEditor({ before, onSaved, onClose }: Props) {
  const t = useT('messages')
  const u = useT('ui')
  const nameOf = useName()
  const [form, setForm] = useState({
    occasion: before?.occasion ?? ('care' as const),
    channel: before?.channel ?? ('any' as const),
    tier: before?.tier ?? ('any' as const),
    name: before?.name ?? EMPTY,
    subject: before?.subject ?? EMPTY,
    body: before?.body ?? EMPTY,
  })
  const save = useCommand('messages.saveTemplate', { quiet: true })
  const isDraft = before?.state === 'draft'
  const any = { value: 'any' as const, label: t('template.any') }
  const submit = async () => {
    const saved = await save.run({ ...form, id: isDraft ? before.id : null, code: before?.code ?? null })
    if (!saved.ok) return
    tellDone(t('template.saved'))
    onSaved(saved.value)
  }
  const insert = (name: Variable) => {
    const mark = `{{${name}}}`
    setForm({ ...form, body: { zh: form.body.zh + mark, en: form.body.en + mark } })
  }
  const lines = { name: ['nameZh', 'nameEn'], subject: ['subjectZh', 'subjectEn'], body: ['bodyZh', 'bodyEn'] } as const
  return (
    <form
      className={styles.form}
      aria-label={t('template.detail')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Select
        label={t('columns.occasion')}
        data={choicesOf(OCCASION_NAMES, nameOf)}
        value={form.occasion}
        onChange={(occasion) => occasion !== null && setForm({ ...form, occasion })}
      />
      <Select
        label={t('columns.channel')}
        data={[any, ...choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)]}
        value={form.channel}
        onChange={(channel) => channel !== null && setForm({ ...form, channel })}
      />
      <Select
        label={t('template.tier')}
        data={[any, ...MEMBER_TIERS.map((value) => ({ value, label: u(`tiers.${value}`) }))]}
        value={form.tier}
        onChange={(tier) => tier !== null && setForm({ ...form, tier })}
      />
      {(['name', 'subject', 'body'] as const).map((part) =>
        (['zh', 'en'] as const).map((side, place) => {
          const field = {
            label: t(`template.${lines[part][place === 0 ? 0 : 1]}`),
            value: form[part][side],
            error: save.fieldErrors[`${part}.${side}`],
            withAsterisk: part !== 'subject',
          }
          const change = (text: string) => setForm({ ...form, [part]: { ...form[part], [side]: text } })
          return part === 'body' ? (
            <TextArea
              key={`${part} ${side}`}
              keep={{ kind: 'messages-template', subject: `${before?.id ?? 'new'} ${side}` }}
              className={styles.wide ?? ''}
              minRows={3}
              {...field}
              onChange={(event) => change(event.currentTarget.value)}
            />
          ) : (
            <TextInput key={`${part} ${side}`} {...field} onChange={(event) => change(event.currentTarget.value)} />
          )
        }),
      )}
      <fieldset className={`${styles.wide} ${own.plain}`} aria-label={t('template.variables')}>
        <div className={styles.faint}>{t('template.variables')}</div>
        <div className={own.variables}>
          {VARIABLES.map((name) => (
            <Tooltip key={name} label={`{{${name}}}`}>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('template.insert', { name: nameOf(VARIABLE_NAMES[name]) })}
                onClick={() => insert(name)}
              >
                {nameOf(VARIABLE_NAMES[name])}
              </Button>
            </Tooltip>
          ))}
        </div>
        <div className={styles.faint}>{t('template.optional', { mark: '{{hotline}}' })}</div>
      </fieldset>
      <div className={styles.wide}>
        <Sample subject={form.subject} body={form.body} />
        {save.failure && save.failure.code !== 'INVALID_INPUT' && <FailureAlert failure={save.failure} />}
      </div>
      <KeepLines kind="messages-template-lines" subject={before?.code ?? 'new'} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="subtle" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={save.isBusy}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
