import type { Bilingual } from '../../shared/contract.ts'
import type { CaseId, MemberId } from '../../shared/ids.ts'
import { VARIABLE_NAMES } from '../../shared/messages/variables.ts'
import type { Language } from '../../shared/session/model.ts'
import { useT } from '../i18n/use-t.ts'
import { copyText } from '../ui/copy.ts'
import { tellDone } from '../ui/notify.ts'
import { namedBy, orChinese, useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { putIntoField } from './insert.ts'
import { useKnowledge } from './store.ts'

type About = {
  caseId?: CaseId | null
  memberId?: MemberId | null
  language: Language
  /** Takes the words itself; without it they go to the field with the caret, else to the clipboard. */
  onText?: ((text: string) => void) | undefined
}

/** S3-57: one act fills an article's words in, puts them where they belong and records the use. */
export function useArticle({ caseId = null, memberId = null, language, onText }: About) {
  const t = useT('knowledge')
  const nameOf = useName()
  const use = useCommand('knowledge.use')
  const take = async (article: { id: string; title: Bilingual }): Promise<boolean> => {
    const used = await use.run({ id: article.id, caseId, memberId, language })
    if (!used.ok) return false
    const { useId, text, missing } = used.value
    const title = nameOf(orChinese(article.title))
    let isWritten = true
    if (onText) onText(text)
    else isWritten = putIntoField(text)
    useKnowledge.getState().setLastUse({ useId, title })
    const names = missing.map((name) => namedBy(VARIABLE_NAMES, name, nameOf)).join('、')
    const said = t(isWritten ? 'use.inserted' : 'use.copied', { title })
    const told = names === '' ? said : `${said} ${t('use.missing', { names })}`
    if (!isWritten) return copyText(text, told)
    tellDone(told)
    return true
  }
  return { take, isBusy: use.isBusy }
}
