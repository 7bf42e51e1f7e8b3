const CHINA_MOBILE = /^(?:0086|86)(1[3-9]\d{9})$/

/** A telephone number as its digits, without China's prefix: how numbers are compared and looked up (S1-08). */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '')
  return CHINA_MOBILE.exec(digits)?.[1] ?? digits
}
