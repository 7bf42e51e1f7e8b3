import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Post } from '../../../shared/posts/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './posts.module.css'

const USUAL_CATEGORY = 'other.general'

/** S1-20: one key opens the complaint with the post's words, link, author, time and answer; the rest may be said here. */
export function ConvertForm({ post, onKeep }: { post: Post; onKeep: (post: Post) => void }) {
  const t = useT('posts')
  const nameOf = useName()
  const classes = useClasses()
  const [category, setCategory] = useState(USUAL_CATEGORY)
  const [demand, setDemand] = useState('')
  const convert = useCommand('posts.convert')
  const send = async () => {
    const done = await convert.run({ id: post.id, category, demand })
    if (!done.ok) return
    onKeep(done.value)
    tellDone(t('converted', { number: done.value.caseNumber ?? '' }))
    if (done.value.caseId !== null) go('cases', { id: done.value.caseId })
  }
  useShortcut(
    { id: 'posts.convert', keys: 'alt+t', label: t('convert'), group: t('title'), always: true },
    () => void send(),
  )
  return (
    <div className={styles.form}>
      <Select
        label={t('fields.category')}
        searchable
        allowDeselect={false}
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={category}
        onChange={(value) => setCategory(value ?? USUAL_CATEGORY)}
      />
      <TextArea
        keep={{ kind: 'posts-convert-form-demand', subject: post.id }}
        label={t('fields.demand')}
        placeholder={t('fields.demandHint')}
        minRows={1}
        maxLength={1000}
        value={demand}
        onChange={(event) => setDemand(event.currentTarget.value)}
      />
      <div>
        <Button loading={convert.isBusy} rightSection={<KeyHint keys="alt+t" onBar />} onClick={() => void send()}>
          {t('convert')}
        </Button>
      </div>
    </div>
  )
}
