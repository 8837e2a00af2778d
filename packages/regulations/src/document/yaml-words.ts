/** What is wrong with a text that is no YAML, in words for somebody who has never heard of YAML. */
import type { YAMLError } from 'yaml';

const WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'jarak dari tepi kiri memakai tab; ganti dengan spasi.',
  BAD_INDENT: 'jarak dari tepi kiri tidak cocok; kunci yang sederajat ditulis pada kolom yang sama dengan baris di atasnya.',
  MISSING_CHAR: 'ada tanda yang kurang ("-", kurung "}" atau "]", tanda petik, koma, atau ": "), atau jarak dari tepi kiri tidak sejajar dengan baris di atasnya.',
  DUPLICATE_KEY: 'kunci ini ditulis dua kali; gabungkan atau hapus salah satunya.',
  MULTILINE_IMPLICIT_KEY: 'titik dua kurang, atau teks yang memuat ": " belum diapit tanda petik.',
  BLOCK_AS_IMPLICIT_KEY: 'ada dua ": " dalam satu baris; apit teksnya dengan tanda petik, atau tulis peta di baris berikutnya.',
  BAD_SCALAR_START: 'nilai yang diawali @, `, atau % diapit tanda petik.',
  BAD_ALIAS: 'nilai yang diawali * atau & diapit tanda petik.',
  UNEXPECTED_TOKEN: 'ada tanda yang tidak pada tempatnya. Di dalam { … } dan [ … ] koma memisahkan; desimal ditulis dengan titik.',
};

export function yamlWords(error: YAMLError): string {
  return `YAML tidak terbaca: ${WORDS[error.code] ?? error.message.split('\n')[0]}`;
}
