/** Numbers as an Indonesian reader writes them. */

/** Rupiah in Indonesian form, `Rp1.234.567`. */
export function rupiah(amount: number | string): string {
  const text = String(amount);
  const [whole = '0', decimals] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${text.startsWith('-') ? '−' : ''}Rp${grouped}${decimals ? `,${decimals}` : ''}`;
}

/** Decimal text in Indonesian form, `1,25`. */
export function number(value: string | number | undefined): string {
  return String(value ?? '').replace('.', ',');
}

const BASES: Record<string, string> = { whole: 'seluruh TPP', realised: 'TPP yang masih dibayar' };

/** A discipline figure with its unit: `2,5% dari bagian disiplin`, `Rp25.000`, or points. */
export function figure(inputs: Readonly<Record<string, string | number>>): string {
  return inputs.unit === 'rupiah' ? rupiah(inputs.pct ?? 0) : `${number(inputs.pct)}${unitOf(inputs)}`;
}

/** What a discipline figure is taken of: `% dari bagian disiplin`, or points and their divisor. */
export function unitOf(inputs: Readonly<Record<string, string | number>>): string {
  if (inputs.by !== undefined) return ` poin ÷ ${number(inputs.by)}%`;
  return `% dari ${BASES[String(inputs.of)] ?? 'bagian disiplin'}`;
}
