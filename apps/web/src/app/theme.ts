import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { accentShades } from '../lib/accent';
import { variantColors } from './variant-colors';

export function portalTheme(accent: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    colors: { accent: accentShades(accent) },
    primaryShade: 8,
    autoContrast: true,
    respectReducedMotion: true,
    cursorType: 'pointer',
    defaultRadius: 'md',
    variantColorResolver: variantColors,
    fontFamily: 'var(--portal-font)',
    headings: {
      fontWeight: '650',
      sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
    },
    components: {
      Button: { defaultProps: { h: 44 } },
      ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      NumberInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md' } },
      Select: { defaultProps: { size: 'md' } },
      NativeSelect: { defaultProps: { size: 'md' } },
      Autocomplete: { defaultProps: { size: 'md' } },
      Anchor: { defaultProps: { underline: 'always' } },
      Drawer: {
        defaultProps: { position: 'right', size: 'lg' },
        styles: { title: { fontWeight: 650, fontSize: '1.125rem' } },
      },
      Card: { defaultProps: { withBorder: true, padding: 'md' } },
      Skeleton: { defaultProps: { 'aria-hidden': true } },
    },
  });
}

/** Mantine's defaults for quiet text miss AA on white and on the page's grey. */
export const portalVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-error': '#b42318',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-anchor': 'var(--mantine-color-accent-9)',
  },
  dark: {},
});
