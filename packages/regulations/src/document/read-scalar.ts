/** Reads one written scalar by its schema: the value, or what was expected there. */
import { isClockTime, isIsoDate } from '../dates.js';
import { Fraction } from '../fraction.js';
import { meant } from './nearest.js';
import type { SchemaNode } from './schema.js';
import type { Scalar } from './value.js';

const DECIMAL = /^[+-]?\d+(\.\d+)?(\/(?!0+(\.0+)?$)\d+(\.\d+)?)?$/;

export type ScalarReading = { value: Scalar } | { expected: string; hint?: string };

/**
 * @param parsed what YAML made of it
 * @param source the text as written: decimals are taken from here, never through binary floating point
 */
export function readScalar(node: SchemaNode, parsed: unknown, source: string): ScalarReading {
  switch (node.is) {
    case 'text':
      return source.trim() === '' || parsed === null ? { expected: 'teks' } : { value: String(source) };
    case 'flag':
      if (node.only && parsed !== true) return { expected: 'true, atau kuncinya tidak ditulis' };
      return typeof parsed === 'boolean' ? { value: parsed } : { expected: 'true atau false' };
    case 'date':
      return isIsoDate(source) ? { value: source } : { expected: 'tanggal YYYY-MM-DD yang ada di kalender' };
    case 'time':
      return isClockTime(source) ? { value: source } : { expected: 'jam HH:MM' };
    case 'choice': {
      if (node.of.includes(source)) return { value: source };
      const near = meant(source, node.of);
      return {
        expected: `salah satu dari: ${node.of.join(', ')}`,
        ...(near ? { hint: `Maksudnya "${near}"?` } : {}),
      };
    }
    case 'integer': {
      const expected = `bilangan bulat${range(node.min, node.max)}`;
      if (typeof parsed !== 'number' || !Number.isSafeInteger(parsed)) return { expected };
      return (node.min !== null && parsed < node.min) || (node.max !== null && parsed > node.max)
        ? { expected }
        : { value: parsed };
    }
    case 'decimal': {
      const expected = `bilangan desimal${range(node.min, node.max)}, dengan titik, tanpa tanda persen`;
      if (!DECIMAL.test(source)) return { expected, ...decimalHint(source) };
      const value = Fraction.of(source);
      if (node.min !== null && value.compare(Fraction.of(node.min)) < 0) return { expected };
      if (node.max !== null && value.compare(Fraction.of(node.max)) > 0) return { expected };
      return { value: source.includes('/') ? source : value.toDecimal(20) };
    }
    default:
      return { expected: node.is === 'list' ? 'daftar (baris berawalan "-")' : 'peta berisi kunci: nilai' };
  }
}

/** What somebody probably meant who wrote a number the Indonesian way. */
function decimalHint(source: string): { hint: string } | null {
  const plain = source.replace(/^Rp\s?/i, '').replace(/\s?%$/, '');
  const meant = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)
    ? plain.replaceAll('.', '').replace(',', '.')
    : plain.replace(',', '.');
  return meant !== source && DECIMAL.test(meant) ? { hint: `Maksudnya ${meant}?` } : null;
}

function range(min: number | string | null, max: number | string | null): string {
  if (min !== null && max !== null) return ` ${min} sampai ${max}`;
  if (min !== null) return ` mulai ${min}`;
  return max !== null ? ` sampai ${max}` : '';
}
