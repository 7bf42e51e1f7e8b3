import type { MemberBasics } from '../../../shared/members/model.ts'
import {
  DOCUMENT_TYPE_NAMES,
  GENDER_NAMES,
  MEMBER_STATUS_NAMES,
  SERVICE_LANGUAGE_NAMES,
  SERVICE_LANGUAGES,
} from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { dayText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { Masked } from './Masked.tsx'

/** Basic information (S3-71); numbers are masked until asked for with a reason. */
export function BasicsCard({ member }: { member: MemberBasics }) {
  const t = useT('members')
  const nameOf = useName()
  const { id, documentType, enrolledOn, leftOn, birthDate, status } = member
  const language = SERVICE_LANGUAGES.find((each) => each === member.language)
  const masked = (field: 'mobile' | 'email' | 'wechat' | 'document', value: string) => (
    <Masked id={id} field={field} masked={value} label={t(`file.${field}`)} />
  )
  const document = documentType === null ? t('file.document') : nameOf(DOCUMENT_TYPE_NAMES[documentType])
  return (
    <Section title={t('file.basics')}>
      <Facts
        facts={[
          { label: t('file.mobile'), value: masked('mobile', member.maskedMobile) },
          { label: t('file.title'), value: member.title || '—' },
          { label: t('file.gender'), value: nameOf(GENDER_NAMES[member.gender]) },
          { label: t('file.language'), value: language ? nameOf(SERVICE_LANGUAGE_NAMES[language]) : member.language },
          { label: t('file.birthDate'), value: birthDate === null ? '—' : dayText(birthDate) },
          { label: document, value: masked('document', member.maskedDocument) },
          { label: t('file.email'), value: masked('email', member.maskedEmail) },
          { label: t('file.wechat'), value: masked('wechat', member.maskedWechat) },
          {
            label: t('file.residence'),
            value: [...new Set([member.province, member.city])].filter(Boolean).join(' ') || '—',
          },
          { label: t('file.enrolledOn'), value: enrolledOn === null ? '—' : dayText(enrolledOn) },
          ...(status === 'left'
            ? [{ label: nameOf(MEMBER_STATUS_NAMES.left), value: leftOn === null ? '—' : dayText(leftOn) }]
            : []),
        ]}
      />
    </Section>
  )
}
