import { Button } from '@mantine/core'
import { useState } from 'react'
import { differences } from '../../../shared/knowledge/differences.ts'
import type { ArticleFile, ArticleView } from '../../../shared/knowledge/model.ts'
import { ARTICLE_STANDING_NAMES } from '../../../shared/knowledge/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useValidity } from '../validity.ts'
import styles from './knowledge.module.css'

type Props = { file: ArticleFile; onOpen: (id: string) => void }

/** S3-59 S3-03: every version with the days it held, and what one changed of another. */
export function History({ file: { article, versions }, onOpen }: Props) {
  const t = useT('knowledge')
  const nameOf = useName()
  const validity = useValidity()
  const [otherId, setOtherId] = useState<string | null>(null)
  const other = versions.find(({ id }) => id === otherId)
  return (
    <>
      <Section title={t('parts.history')}>
        <ul className={record.list} aria-label={t('parts.history')}>
          {versions.map((one) => (
            <li key={one.id}>
              <div className={record.line}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={one.id === article.id}
                  onClick={() => onOpen(one.id)}
                >
                  {t('versionOf', { version: one.version })}
                </Button>
                <span>{nameOf(ARTICLE_STANDING_NAMES[one.standing])}</span>
                <span className={record.faint}>
                  {validity(one)} · {one.isShipped ? t('shipped') : one.authorName}
                  {one.reviewedByName !== null && ` · ${t('facts.reviewed')} ${one.reviewedByName}`}
                  {one.changeNote !== '' && ` · ${one.changeNote}`}
                </span>
                {one.id !== article.id && (
                  <Button size="compact-xs" variant="default" onClick={() => setOtherId(one.id)}>
                    {t('compare')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {other && <Differences before={other} after={article} />}
    </>
  )
}

function Differences({ before, after }: { before: ArticleView; after: ArticleView }) {
  const t = useT('knowledge')
  return (
    <Section title={t('parts.differences', { version: before.version })}>
      {differences(before, after).map(({ part, lines }) => (
        <div key={part}>
          <div className={record.part}>{t(`compared.${part}`)}</div>
          <div className={styles.marked}>
            {lines.map(({ mark, text }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
              <div key={place} data-mark={mark}>
                {mark !== 'same' && <span className="visually-hidden">{t(`marks.${mark}`)} </span>}
                {mark === 'gone' && '− '}
                {mark === 'new' && '+ '}
                {text}
              </div>
            ))}
          </div>
        </div>
      ))}
    </Section>
  )
}
