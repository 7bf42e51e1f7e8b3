import { defineTexts } from '../i18n/define.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Words of knowledge exams. */
export const examsTexts = defineTexts(zh, en)
