import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core'
import { toneVariables } from './theme-tones.ts'

const desk: MantineColorsTuple = [
  '#eaf1fb',
  '#d3e1f5',
  '#a9c5ec',
  '#7fa9e1',
  '#5c90d9',
  '#3472c8',
  '#2360b3',
  '#174c96',
  '#113b78',
  '#0b2a58',
]

/** A blue-grey night instead of Mantine's neutral one. */
const dark: MantineColorsTuple = [
  '#d8dde6',
  '#b6bdca',
  '#97a1b1',
  '#6b7586',
  '#3d4656',
  '#2e3644',
  '#232a36',
  '#191f29',
  '#131820',
  '#0d1117',
]

const FONTS =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, "SF Pro Text", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Desk Sans SC", sans-serif'

/** Calm and dense: 30 px controls, 13 px text, deep blue. */
const theme = createTheme({
  colors: { desk, dark },
  primaryColor: 'desk',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  fontFamily: FONTS,
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '13px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Alert: { defaultProps: { p: 'xs' } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light' } },
    Button: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } } },
    Input: { defaultProps: { size: 'xs' } },
    InputWrapper: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: {
        centered: false,
        yOffset: '10vh',
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 100 },
      },
    },
    MultiSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, checkIconPosition: 'right' } },
    Switch: { defaultProps: { size: 'xs' } },
    Table: { defaultProps: { verticalSpacing: 4 } },
    Tabs: { defaultProps: { keepMounted: false } },
    Textarea: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 } } },
  },
})

/** The theme with the words that components say by themselves, in the language in use. */
export function themeWith(words: { close: string; showPassword: string }): MantineThemeOverride {
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': words.showPassword } } },
    },
  })
}

/** The desk's own surfaces and lines, and Mantine's greys where they would be too pale to read. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...toneVariables('light'),
    '--mantine-color-dimmed': '#566273',
    '--mantine-color-placeholder': '#6b7686',
    '--mantine-color-error': '#b42318',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17202c',
    '--mantine-color-default-border': '#ccd3dc',
    '--desk-canvas': '#f3f5f8',
    '--desk-surface': '#ffffff',
    '--desk-head': '#f7f9fb',
    '--desk-line': '#dbe1e8',
    '--desk-line-soft': '#ebeff3',
    '--desk-hover': '#f2f6fb',
    '--desk-active': '#e6eefa',
    '--desk-selected': '#dce8f9',
    '--desk-accent': '#2360b3',
    '--desk-focus': '#1f66cc',
    '--desk-bar': '#0d2547',
  },
  dark: {
    ...toneVariables('dark'),
    '--mantine-color-dimmed': '#9aa5b6',
    '--mantine-color-placeholder': '#8893a4',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-body': '#191f29',
    '--mantine-color-text': '#dfe4ec',
    '--mantine-color-default-border': '#3d4656',
    '--desk-canvas': '#11161d',
    '--desk-surface': '#191f29',
    '--desk-head': '#1d2430',
    '--desk-line': '#2c3442',
    '--desk-line-soft': '#252c38',
    '--desk-hover': '#1f2733',
    '--desk-active': '#22314a',
    '--desk-selected': '#263a5a',
    '--desk-accent': '#7fa9e1',
    '--desk-focus': '#8ab4f0',
    '--desk-bar': '#0a1930',
  },
})
