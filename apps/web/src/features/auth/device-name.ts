/** Browser and system as people call them, from how the browser calls itself; null where it says nothing known. */
export function deviceName(userAgent: string | null): { browser: string; system: string } | null {
  const browser = firstOf(userAgent, BROWSERS);
  const system = firstOf(userAgent, SYSTEMS);
  return browser && system ? { browser, system } : null;
}

// Each of them also names those below it.
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone/iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

function firstOf(text: string | null, names: [RegExp, string][]): string | null {
  return names.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? null;
}
