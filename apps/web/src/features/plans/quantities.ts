/** Quantities as whole hundredths: no rounding on the way. */
export function hundredths(quantity: string): number {
  const [whole = '0', fraction = ''] = quantity.replace('-', '').split('.');
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
  return quantity.startsWith('-') ? -value : value;
}

export function written(value: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(value) / 100), Math.abs(value) % 100];
  const fraction = String(rest).padStart(2, '0').replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** What was typed, `1.200` or `12,5`; null when emptied, undefined when it is no quantity. */
export function readQuantity(text: string): string | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(typed)) return written(hundredths(typed.replaceAll('.', '').replace(',', '.')));
  return /^\d{1,10}([.,]\d{1,2})?$/.test(typed) ? written(hundredths(typed.replace(',', '.'))) : undefined;
}
