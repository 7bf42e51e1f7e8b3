import type { FeatureHandlers } from '../engine/handler.ts'
import { anchoring } from './anchors.ts'
import { assessing } from './assessments.ts'
import { consenting } from './consents.ts'
import { erasing } from './erasing.ts'
import { fulfilling } from './fulfil.ts'
import { reporting } from './report.ts'
import { requests } from './requests.ts'

export const rights: FeatureHandlers<'rights'> = {
  ...requests,
  ...fulfilling,
  ...reporting,
  ...erasing,
  ...consenting,
  ...assessing,
  ...anchoring,
}
