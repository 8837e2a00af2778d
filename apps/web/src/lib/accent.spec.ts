import { accentShades } from './accent';

function contrastOnWhite(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05);
}

describe('accentShades', () => {
  it.each(['#ffd43b', '#0b5c4b', '#1864ab', '#ffffff', 'bukan warna'])(
    'makes %s readable as text and as a ground',
    (accent) => {
      const shades = accentShades(accent);
      expect(shades).toHaveLength(10);
      expect(contrastOnWhite(shades[8])).toBeGreaterThanOrEqual(4.5);
      expect(contrastOnWhite(shades[9])).toBeGreaterThanOrEqual(4.5);
    },
  );
});
