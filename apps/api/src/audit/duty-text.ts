import type { DutyAnswer } from '@ekinerja/contracts/audit';

/**
 * KS 26: whoever uses the application answers for the truth, security and confidentiality of employees' data. A change
 * of the words is a new version with the old ones kept: an acceptance says which words it accepted, by their hash.
 */
export const DUTY_TEXTS: readonly Omit<DutyAnswer, 'acceptedAt'>[] = [
  {
    version: 1,
    title: 'Tanggung jawab atas kebenaran, keamanan, dan kerahasiaan data pegawai',
    paragraphs: [
      'Saya bertanggung jawab atas kebenaran data yang saya isi, keamanan akun yang saya pakai, dan kerahasiaan data pegawai yang saya lihat.',
      'Data aktivitas harian pegawai tidak saya berikan kepada pihak mana pun tanpa persetujuan Pengelola E-Kinerja dan koordinasi dengan kepala badan kepegawaian serta kepala perangkat daerah.',
      'Saya mengerti bahwa setiap perubahan, setiap pembukaan data orang lain, dan setiap pengunduhan dicatat atas nama saya.',
    ],
    cite: { source: 'kuantan-singingi-65-2019', ref: 'Pasal 26' },
  },
];

export const DUTY_TEXT = DUTY_TEXTS[DUTY_TEXTS.length - 1]!;
