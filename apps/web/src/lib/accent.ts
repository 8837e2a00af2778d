/** Ten shades from the lightest tint to the darkest, as Mantine counts them. */
export type AccentShades = [string, string, string, string, string, string, string, string, string, string];

type Rgb = [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const print = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((part, at) => part + (b[at]! - part) * share) as Rgb;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const onWhite = (rgb: Rgb) => 1.05 / (luminance(rgb) + 0.05);

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
export const DEFAULT_ACCENT = '#0b5c4b';

/**
 * Ten shades of a government's colour. Shade 8 is the one in use: darkened, if need be, until it reads as text on white
 * and on its own lightest tint, so that no choice of colour breaks the contrast.
 */
export function accentShades(accent: string): AccentShades {
  let strong = parse(/^#[0-9a-f]{6}$/i.test(accent) ? accent : DEFAULT_ACCENT);
  while (onWhite(strong) < 6) strong = mix(strong, BLACK, 0.08);
  const tints = [0.93, 0.85, 0.72, 0.58, 0.45, 0.33, 0.22, 0.1].map((share) =>
    print(mix(strong, WHITE, share)),
  );
  return [...tints, print(strong), print(mix(strong, BLACK, 0.2))] as unknown as AccentShades;
}
