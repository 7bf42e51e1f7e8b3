import { useState } from 'react'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateTimeText } from '../ui/formats.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Proposals, WordsLanguage } from './parts/Proposals.tsx'
import { Rating } from './parts/Rating.tsx'
import { useArticle } from './use-article.ts'
import { useWords } from './use-words.ts'

/** S3-57 S5-78: what the knowledge base has for this case, used by one key; and what was used, with whether it helped. */
export function KnowledgePanel({ caseId, lastSeq }: CasePanelProps) {
  const t = useT('knowledge')
  const words = useWords()
  const spoken = useLanguage()
  const [language, setLanguage] = useState(spoken)
  const options = { topics: ['knowledge' as const], version: lastSeq }
  const suggested = useQuery('knowledge.suggest', { caseId }, options)
  const used = useQuery('knowledge.uses', { caseId }, { topics: ['knowledge'], clearOnChange: true })
  const { take, isBusy } = useArticle({ caseId, language })
  const { data: proposals = [] } = suggested
  const { data: uses = [] } = used
  return (
    <CasePanel
      title={t('suggested')}
      summary={
        proposals.length + uses.length === 0
          ? t('suggestedNone')
          : t('suggestedCount', { count: proposals.length, used: uses.length })
      }
      isEmpty={proposals.length + uses.length === 0}
      actions={<WordsLanguage value={language} onChange={setLanguage} />}
    >
      <FailureAlert failure={suggested.failure ?? used.failure} onRetry={suggested.reload} />
      <Proposals
        label={t('suggested')}
        proposals={proposals}
        useLabel={t('use.use')}
        isBusy={isBusy}
        onUse={(article) => void take(article)}
      />
      {uses.length > 0 && (
        <>
          <div className={record.part}>{t('use.list')}</div>
          <ul className={record.list} aria-label={t('use.list')}>
            {uses.map((use) => (
              <li key={use.id}>
                <div>
                  {words(use.title)} · {t('versionOf', { version: use.version })}{' '}
                  <span className={record.faint}>
                    {use.userName} · {dateTimeText(use.at)}
                    {use.helped !== null && ` · ${t(use.helped ? 'use.was' : 'use.wasNot')}`}
                    {use.reason !== '' && ` · ${use.reason}`}
                  </span>
                </div>
                {use.isMine && use.helped === null && <Rating useId={use.id} title={words(use.title)} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </CasePanel>
  )
}
