import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { ArticleDraft } from '../../shared/knowledge/model.ts'
import {
  type ArticleKind,
  type ArticleStanding,
  type ArticleState,
  EXPIRING_DAYS,
  OPEN_KINDS,
  SHARED_KINDS,
} from '../../shared/knowledge/words.ts'
import { unknownIn } from '../../shared/messages/text.ts'
import type { Role } from '../../shared/roles.ts'
import type { Day } from '../../shared/time.ts'
import { addDays } from './days.ts'

type Dated = { version: number; state: ArticleState; validFrom: Day; validUntil: Day | null }

/**
 * S3-59: the one version of an article that counts on a day: of the published ones that have begun the newest. When that
 * one has expired there is none: an older text does not come back.
 */
export function currentOf<V extends Dated>(versions: readonly V[], today: Day): V | undefined {
  const newest = newestBegun(versions, today)
  return newest && !isOver(newest, today) ? newest : undefined
}

function newestBegun<V extends Dated>(versions: readonly V[], today: Day): V | undefined {
  return versions
    .filter(({ state, validFrom }) => state === 'published' && validFrom <= today)
    .toSorted((a, b) => (a.validFrom === b.validFrom ? b.version - a.version : a.validFrom < b.validFrom ? 1 : -1))[0]
}

const isOver = ({ validUntil }: Dated, today: Day) => validUntil !== null && validUntil < today

/** What one version is on a day, seen among all versions of its article. */
export function standingOf<V extends Dated>(version: V, versions: readonly V[], today: Day): ArticleStanding {
  if (version.state !== 'published') return version.state
  if (version.validFrom > today) return 'coming'
  if (newestBegun(versions, today)?.version !== version.version) return 'replaced'
  return isOver(version, today) ? 'expired' : 'inForce'
}

/** Ends within the days in which somebody should look at it. */
export function isExpiring({ validUntil }: Pick<Dated, 'validUntil'>, today: Day): boolean {
  return validUntil !== null && validUntil >= today && validUntil <= addDays(today, EXPIRING_DAYS)
}

/** What an article must have before it can be kept: names the desk can fill in, steps, a company, days in order. */
export function checkArticle({
  kind,
  title,
  body,
  steps,
  company,
  category,
  validFrom,
  validUntil,
}: ArticleDraft): Decision {
  const unknown = [title.zh, title.en, body.zh, body.en].flatMap(unknownIn)
  if (unknown.length > 0) return deny('article-unknown', { names: [...new Set(unknown)].join(', ') })
  if (kind === 'emergency' && !steps.some(({ call }) => call.zh !== '')) return deny('article-no-call')
  if (kind === 'travel' && company === '' && category === '') return deny('article-no-company')
  if (validUntil !== null && validUntil < validFrom) return deny('article-days')
  return allow
}

/** S3-118: experience is shared by everybody; what binds the desk is written by its leads. */
export function mayWrite(role: Role, kind: ArticleKind): Decision {
  return role === 'agent' && !OPEN_KINDS.includes(kind) ? deny('article-kind-role') : allow
}

type Person = { id: string; role: Role }

/** S3-59: reviewed by a lead or manager who has not written it. */
export function canReviewArticle(who: Person, article: { state: ArticleState; authorId: string | null }): Decision {
  if (article.state !== 'submitted') return deny('article-not-submitted')
  if (who.role === 'agent') return deny('article-review-role')
  return who.id === article.authorId ? deny('article-own-review') : allow
}

/** A draft is changed and handed in by its author alone. */
export function canEditArticle(
  who: Pick<Person, 'id'>,
  article: { state: ArticleState; authorId: string | null },
): Decision {
  if (article.state !== 'draft') return deny('article-not-draft')
  return who.id === article.authorId ? allow : deny('article-not-author')
}

/** Nobody publishes what has already ended. */
export function canPublish({ validUntil }: Pick<Dated, 'validUntil'>, today: Day): Decision {
  return validUntil !== null && validUntil < today ? deny('article-over', { day: validUntil }) : allow
}

/** S3-118: thanks are for what colleagues share, and not for oneself. */
export function canThank(who: Pick<Person, 'id'>, article: { kind: ArticleKind; authorId: string | null }): Decision {
  if (!SHARED_KINDS.some((one) => one === article.kind)) return deny('article-thanks-kind')
  return who.id === article.authorId ? deny('article-own-thanks') : allow
}
