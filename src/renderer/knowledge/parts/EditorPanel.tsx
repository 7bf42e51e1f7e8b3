import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ArticleDraft, ArticleView } from '../../../shared/knowledge/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { OWN_FIELDS } from '../insert.ts'
import { PlainFields } from './PlainFields.tsx'
import { StepFields } from './StepFields.tsx'
import { TextFields } from './TextFields.tsx'

export type FormPart = {
  form: ArticleDraft
  set: (change: Partial<ArticleDraft>) => void
  errors: Record<string, string>
}

type Props = {
  /** The draft to change or the version to take further; nothing for a new article. */
  before: ArticleView | null
  /** What a new article is to be about: what somebody did not find. */
  about: string
  onSaved: (article: ArticleView) => void
  onClose: () => void
}

const NOTHING = { zh: '', en: '' }

function startOf(before: ArticleView | null, about: string): ArticleDraft {
  if (before === null) {
    return {
      ...{ kind: 'answer', title: { ...NOTHING, zh: about }, body: NOTHING, steps: [], keywords: about, category: '' },
      ...{ channels: [], tier: 'any', company: '', validFrom: today(), validUntil: null, changeNote: '' },
    }
  }
  const { kind, title, body, steps, keywords, category, channels, tier, company, validUntil } = before
  const isDraft = before.state === 'draft'
  return {
    ...{ kind, title, body, steps, keywords, category, channels, tier, company, validUntil },
    validFrom: isDraft ? before.validFrom : today(),
    changeNote: isDraft ? before.changeNote : '',
  }
}

/** Writes an article: what it says in both languages, for what it is used, and how long it holds. */
export function EditorPanel({ before, about, onSaved, onClose }: Props) {
  const t = useT('knowledge')
  const u = useT('ui')
  const [form, setForm] = useState(() => startOf(before, about))
  const save = useCommand('knowledge.save', { quiet: true })
  const isDraft = before?.state === 'draft'
  const submit = async () => {
    const code = before?.code ?? null
    const saved = await save.run({ id: isDraft ? before.id : null, code, article: form })
    if (!saved.ok) return
    tellDone(t('acts.saved'))
    onSaved(saved.value)
  }
  const part: FormPart = {
    form,
    set: (change) => setForm((old) => ({ ...old, ...change })),
    errors: Object.fromEntries(
      Object.entries(save.fieldErrors).map(([path, sentence]) => [path.replace(/^article\./, ''), sentence]),
    ),
  }
  return (
    <DetailPanel title={t('edit.title')} label={t('edit.title')} onClose={onClose}>
      <form
        className={record.form}
        aria-label={t('edit.title')}
        {...OWN_FIELDS}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PlainFields {...part} isNew={before === null} />
        <KeptAbout value={before?.id ?? 'new'}>
          <TextFields {...part} />
        </KeptAbout>
        {form.kind === 'emergency' && <StepFields {...part} />}
        {save.failure && save.failure.code !== 'INVALID_INPUT' && (
          <div className={record.wide}>
            <FailureAlert failure={save.failure} />
          </div>
        )}
        <KeepLines kind="knowledge-article-lines" subject={before?.id ?? 'new'} />
        <div className={`${record.wide} ${record.buttons}`}>
          <Button variant="subtle" onClick={onClose}>
            {u('actions.cancel')}
          </Button>
          <Button type="submit" loading={save.isBusy}>
            {u('actions.save')}
          </Button>
        </div>
      </form>
    </DetailPanel>
  )
}
