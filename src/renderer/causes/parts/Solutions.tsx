import { Button } from '@mantine/core'
import { useState } from 'react'
import { type CauseTree, SOLUTION_VARIABLES, type SolutionVariable } from '../../../shared/causes/model.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { copyText } from '../../ui/copy.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useInsert } from '../insert.ts'
import { useName } from '../tree.ts'
import styles from './causes.module.css'

type Props = { caseId: CaseId; ids: readonly string[]; tree: CauseTree }
type Filled = { text: string; missing: string[] }

/** What the case does not know stands as a gap with a name that people read. */
function inWords({ text, missing }: Filled, nameOf: (name: SolutionVariable) => string): Filled {
  const named = SOLUTION_VARIABLES.filter((name) => missing.includes(name))
  const gaps = named.reduce((filled, name) => filled.replaceAll(`{{${name}}}`, `【${nameOf(name)}】`), text)
  return { text: gaps, missing: named.map(nameOf) }
}

/** Prepared solutions for the class of causes: filled in with what the case knows, to be put into a form or copied. */
export function Solutions({ caseId, ids, tree }: Props) {
  const t = useT('causes')
  const nameOf = useName()
  const language = useLanguage()
  const [filled, setFilled] = useState<Filled | null>(null)
  const { ownPart, insert } = useInsert()
  const fill = async (solutionId: string) => {
    const answer = await call('causes.solution', { caseId, solutionId, language })
    if (!answer.ok) return tellFailure(answer.failure)
    setFilled(inWords(answer.value, (name) => t(`variables.${name}`)))
  }
  const put = () => {
    if (filled && insert(filled.text)) tellDone(t('inserted'))
    else tellDone(t('insertHint'))
  }
  const copy = async () => {
    if (filled) await copyText(filled.text, t('copied'))
  }
  const known = ids.flatMap((id) => tree.solutions.find((solution) => solution.id === id) ?? [])
  return (
    <div className={styles.solutions} ref={ownPart}>
      <div className={record.faint}>{known.length === 0 ? t('noSolutions') : t('solutions')}</div>
      <div className={styles.buttons}>
        {known.map((solution) => (
          <Button key={solution.id} size="compact-xs" variant="default" onClick={() => void fill(solution.id)}>
            {nameOf(solution.name)}
          </Button>
        ))}
      </div>
      {filled && (
        <>
          <TextArea
            keep={{ kind: 'causes-filled', subject: caseId }}
            minRows={3}
            maxRows={10}
            label={t('filled')}
            {...(filled.missing.length > 0 ? { description: t('missing', { names: filled.missing.join(' · ') }) } : {})}
            value={filled.text}
            onChange={(event) => setFilled({ ...filled, text: event.currentTarget.value })}
          />
          <div className={styles.buttons}>
            {/* Keeps the cursor where it is in the form. */}
            <Button size="compact-sm" variant="light" onMouseDown={(event) => event.preventDefault()} onClick={put}>
              {t('insert')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
