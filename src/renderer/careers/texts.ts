import { defineTexts } from '../i18n/define.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Words of people's careers, incentives, shifts and care. */
export const careersTexts = defineTexts(zh, en)
