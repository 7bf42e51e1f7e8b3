import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Post } from '../../../shared/posts/contract.ts'
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '../../../shared/posts/words.ts'
import type { Instant } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './posts.module.css'

/** S1-18 S1-19: what a post says, where, by whom and when. */
export function RecordDialog({ onClose }: { onClose: (post: Post | null) => void }) {
  const t = useT('posts')
  const u = useT('ui')
  const nameOf = useName()
  const [platform, setPlatform] = useState<Platform>('weibo')
  const [link, setLink] = useState('')
  const [author, setAuthor] = useState('')
  const [text, setText] = useState('')
  const [postedAt, setPostedAt] = useState<Instant | null>(null)
  const record = useCommand('posts.record', { quiet: true })
  const save = async () => {
    if (postedAt === null) return
    const done = await record.run({ platform, link, author, text, postedAt })
    if (!done.ok) return
    tellDone(t('recorded'))
    onClose(done.value)
  }
  return (
    <Modal opened onClose={() => onClose(null)} title={t('recordTitle')} size="lg">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FailureAlert failure={record.failure} />
        <FieldRow columns={2}>
          <Select
            label={t('fields.platform')}
            data={choicesOf(PLATFORM_NAMES, nameOf)}
            value={platform}
            allowDeselect={false}
            onChange={(value) => setPlatform(PLATFORMS.find((one) => one === value) ?? 'weibo')}
          />
          <MomentField label={t('fields.postedAt')} withAsterisk value={postedAt} onChange={setPostedAt} />
        </FieldRow>
        <TextInput
          label={t('fields.author')}
          withAsterisk
          data-autofocus
          maxLength={100}
          value={author}
          error={record.fieldErrors.author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        <TextInput
          label={t('fields.link')}
          placeholder={t('fields.linkHint')}
          inputMode="url"
          maxLength={500}
          value={link}
          error={record.fieldErrors.link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <TextArea
          keep={{ kind: 'posts-record-dialog-text', subject: 'new' }}
          label={t('fields.text')}
          withAsterisk
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={text}
          error={record.fieldErrors.text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(null)}>
            {u('actions.cancel')}
          </Button>
          <Button
            type="submit"
            loading={record.isBusy}
            disabled={postedAt === null || author.trim() === '' || text.trim() === ''}
          >
            {t('record')}
          </Button>
        </Group>
        <KeepLines kind="posts-lines" subject="new" />
      </form>
    </Modal>
  )
}
