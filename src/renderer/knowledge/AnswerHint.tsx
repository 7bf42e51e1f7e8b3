import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { Section } from '../ui/DetailPanel.tsx'
import type { NewCaseProps } from '../ui/slots.ts'
import { useQuery } from '../use-query.ts'
import { Proposals, WordsLanguage } from './parts/Proposals.tsx'
import { LastUse } from './parts/Rating.tsx'
import { useArticle } from './use-article.ts'

/** A matter shorter than this says nothing yet. */
const LEAST = 2

/** S5-63: while a matter is written down, its answer is proposed from the knowledge base. */
export function AnswerHint({ kind, text, category, memberId, onAnswer }: NewCaseProps) {
  const t = useT('knowledge')
  const spoken = useLanguage()
  const [language, setLanguage] = useState(spoken)
  const [asked] = useDebouncedValue(text.trim(), 250)
  const isAsked = asked.length >= LEAST || category !== null
  const { data = [] } = useQuery(
    'knowledge.suggest',
    { text: asked, category, limit: 3 },
    { topics: ['knowledge'], enabled: isAsked },
  )
  const isEnquiry = kind === 'enquiry'
  const { take, isBusy } = useArticle({ memberId, language, onText: isEnquiry ? onAnswer : undefined })
  if (!isAsked || data.length === 0) return <LastUse />
  return (
    <Section
      title={t(isEnquiry ? 'proposedAnswer' : 'suggested')}
      actions={<WordsLanguage value={language} onChange={setLanguage} />}
    >
      <Proposals
        label={t('suggested')}
        proposals={data}
        useLabel={t(isEnquiry ? 'use.asAnswer' : 'use.use')}
        isBusy={isBusy}
        onUse={(article) => void take(article)}
      />
      <LastUse />
    </Section>
  )
}
