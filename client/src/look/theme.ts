import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef6f4',
  '#dcebe8',
  '#b0d9d1',
  '#7fc9bc',
  '#5fb3a5',
  '#3f9788',
  '#29796c',
  '#1a5e55',
  '#144b44',
  '#0e3833',
];

const gray: MantineColorsTuple = [
  '#faf8f3',
  '#f3f0e9',
  '#e9e4d9',
  '#ddd6c8',
  '#8a8271',
  '#7c7463',
  '#5d574c',
  '#4a453c',
  '#35312a',
  '#1e1b16',
];

const dark: MantineColorsTuple = [
  '#ece7dc',
  '#d3ccbe',
  '#b0a999',
  '#968e7e',
  '#6f685b',
  '#3b372f',
  '#2a2722',
  '#211f1b',
  '#161512',
  '#0e0d0b',
];

/**
 * The chief action, and the one that removes something, in the tokens' own colours: Mantine picks white or black for a colour
 * by its light scheme alone.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const fill = input.color === 'red' ? 'fel' : 'accent';
  const ours = input.color === undefined || input.color === 'accent' || input.color === 'red';
  if (input.variant !== 'filled' || !ours) return defaultVariantColorsResolver(input);
  return {
    background: `var(--${fill})`,
    hover: `color-mix(in srgb, var(--${fill}) 88%, var(--blaeck))`,
    color: `var(--pa-${fill})`,
    border: '1px solid transparent',
  };
};

/** Mantine in our colours: the tuples hold the values of tokens.css at the shades Mantine picks in each scheme. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  variantColorResolver,
  fontFamily: 'var(--typ-granssnitt)',
  headings: { fontFamily: 'var(--typ-text)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { sm: '6px' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
  },
});

const farger = {
  '--mantine-color-body': 'var(--papper)',
  '--mantine-color-text': 'var(--blaeck)',
  '--mantine-color-dimmed': 'var(--dampad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-placeholder': 'var(--dampad)',
  '--mantine-color-default': 'var(--papper)',
  '--mantine-color-default-border': 'var(--linje-stark)',
  '--mantine-color-error': 'var(--fel)',
};

/** The tokens over Mantine's own variables, so that a component's text and surface are the page's. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: farger, dark: farger });
