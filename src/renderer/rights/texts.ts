import { defineTexts } from '../i18n/define.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Words of people's rights over their data, consents, retention, assessments, sharing and anchors. */
export const rightsTexts = defineTexts(zh, en)
