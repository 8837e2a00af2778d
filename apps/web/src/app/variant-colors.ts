import { defaultVariantColorsResolver, parseThemeColor, type VariantColorsResolver } from '@mantine/core';

/** Text on a light ground: shade 9 of these colours is still too pale for AA. */
const INK: Record<string, string> = {
  yellow: '#6b4200',
  orange: '#87330a',
  green: '#1c5c2e',
  teal: '#06573f',
  red: '#a51d1d',
};

/** Mantine's light, outline and subtle variants are too pale for text in several colours. */
export const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const { color, isThemeColor } = parseThemeColor({
    color: input.color || input.theme.primaryColor,
    theme: input.theme,
  });
  const pale = ['light', 'outline', 'subtle', 'transparent'].includes(input.variant);
  if (!isThemeColor || !pale) return colors;
  return { ...colors, color: INK[color] ?? `var(--mantine-color-${color}-9)` };
};
