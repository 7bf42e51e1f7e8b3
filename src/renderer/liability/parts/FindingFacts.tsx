import { CONTACT_CHANNEL_NAMES } from '../../../shared/cases/axes.ts'
import type { FindingView, Share } from '../../../shared/liability/model.ts'
import {
  FINDING_STATUS_NAMES,
  GROUND_NAMES,
  MATTER_NAMES,
  OPINION_NAMES,
  PARTY_NAMES,
  SHARE_KIND_NAMES,
} from '../../../shared/liability/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Classes, useClasses } from '../../ui/classes.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { type NameOf, namedBy, useName } from '../../ui/use-name.ts'

const TONES: Record<FindingView['status'], Tone> = {
  draft: 'neutral',
  review: 'warn',
  reviewed: 'info',
  final: 'good',
  superseded: 'neutral',
}

/** A bearer of fault in words: 机场服务 70%; a kept partner under both names where they differ. */
function shareText(
  { kind, department, name, percent }: Share,
  kept: string,
  deskNames: Classes['deskNames'],
  nameOf: NameOf,
): string {
  const place = department === null ? '' : namedBy(deskNames, department, nameOf)
  const other = kept === name || kept === '' ? '' : `(${kept})`
  const bearer = [place, name, other].filter((one) => one !== '').join(' ') || nameOf(SHARE_KIND_NAMES[kind])
  return `${bearer} ${percent}%`
}

/** One version of a finding in full. */
export function FindingFacts({ finding }: { finding: FindingView }) {
  const t = useT('liability')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const { status, version, party, opinion, reason } = finding
  const keptName = ({ partnerId }: Share) => (partnerId === null ? '' : (finding.partnerNames[partnerId] ?? ''))
  const signed = (name: string | null, at: number | null, words: string | null) =>
    at === null ? null : [name, dateTimeText(at), words].filter(Boolean).join(' · ')
  const said = [
    opinion && nameOf(OPINION_NAMES[opinion]),
    finding.opinionChannel && nameOf(CONTACT_CHANNEL_NAMES[finding.opinionChannel]),
    finding.opinionAt && dateTimeText(finding.opinionAt),
    finding.opinionText,
  ]
  const isNone = party === 'none' && finding.grounds.length === 0
  const texts: [label: string, text: string | null][] = [
    [t('fields.grounds'), finding.grounds.map((ground) => nameOf(GROUND_NAMES[ground])).join('；')],
    [
      t('fields.shares'),
      finding.shares.map((share) => shareText(share, keptName(share), deskNames, nameOf)).join('，'),
    ],
    [t('fields.matter'), isNone ? null : nameOf(MATTER_NAMES[finding.matter])],
    [t('fields.basis'), finding.basis],
    [t('fields.facts'), finding.facts],
    [t('fields.evidence'), finding.evidence],
    [t('fields.reason'), reason],
    [t('fields.authors'), finding.authorNames.join('、')],
    [t('fields.review'), signed(finding.reviewerName, finding.reviewedAt, finding.reviewNote)],
    [t('fields.opinion'), said.filter(Boolean).join(' · ')],
    [t('fields.final'), signed(finding.finalByName, finding.finalAt, null)],
  ]
  const facts = texts
    .filter(([, text]) => text !== null && text !== '')
    .map(([label, text]) => ({ label, value: <span className={styles.text}>{text}</span> }))
  return (
    <>
      <div className={styles.line}>
        <StateBadge tone={TONES[status]} label={nameOf(FINDING_STATUS_NAMES[status])} />
        <strong>{nameOf(PARTY_NAMES[party])}</strong>
        <span className={styles.faint}>{t('version', { version })}</span>
      </div>
      <Facts facts={facts} columns={2} />
    </>
  )
}
