import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import type { Language } from '../../../shared/session/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { useClasses } from '../../ui/classes.ts'
import { copyText } from '../../ui/copy.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'
import styles from './page.module.css'
import stages from './stages.module.css'

/** S2-42 S2-43: what departments are told of a complaint; its customer stays hidden unless a lead says why not. */
export function ShareForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const { deskNames, offeredDeskNames } = useClasses()
  const own = deskNames[view.department] ?? { zh: view.department, en: view.department }
  const role = useSession((session) => session.user?.role)
  const [departments, setDepartments] = useState<string[]>([view.department])
  const draft = useDraft('case-share', view.id, KEPT_TEXT)
  const purpose = draft.value
  const [identityReason, setIdentityReason] = useState('')
  const [language, setLanguage] = useState<Language>(usePreferences((state) => state.language))
  const [shared, setShared] = useState<string | null>(null)
  const share = useCommand('cases.share')
  const save = async () => {
    const result = await share.run({ id: view.id, departments, purpose, identityReason, language })
    if (result.ok) setShared(result.value.text)
    return result.ok
  }
  const copy = (text: string) => copyText(text, t('stage.copied'))
  return (
    <>
      <div className={styles.stepFields}>
        <MultiSelect
          className={styles.wide ?? ''}
          label={t('stage.departments')}
          withAsterisk
          data={choicesOf({ ...offeredDeskNames, [view.department]: own }, nameOf)}
          value={departments}
          onChange={setDepartments}
        />
        <TextInput
          className={styles.wide ?? ''}
          label={t('stage.purpose')}
          data-unkept
          withAsterisk
          value={purpose}
          error={share.fieldErrors.purpose}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
        <Select
          label={t('stage.shareLanguage')}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          value={language}
          allowDeselect={false}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
        />
        {role !== 'agent' && !view.isRestricted && (
          <TextInput
            className={styles.wide ?? ''}
            label={t('stage.identityReason')}
            description={t('stage.identityHint')}
            value={identityReason}
            onChange={(event) => setIdentityReason(event.currentTarget.value)}
          />
        )}
        <KeepLines kind="case-share-lines" subject={view.id} />
      </div>
      <Save
        isBusy={share.isBusy}
        isReady={departments.length > 0 && purpose.trim() !== ''}
        onSave={save}
        draft={draft}
      />
      {shared !== null && (
        <>
          <section aria-label={t('stage.shareText')}>
            <pre className={stages.shared}>{shared}</pre>
          </section>
          <Button variant="default" mt="xs" onClick={() => void copy(shared)}>
            {t('stage.copy')}
          </Button>
        </>
      )}
    </>
  )
}
