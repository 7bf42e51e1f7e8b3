import { defineTexts } from '../../i18n/define.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

/** Words of meetings, matters across departments, plans, guidance and digests. */
export const meetingsTexts = defineTexts(zh, en)
