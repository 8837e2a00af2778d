import type { MailLanguage, NotificationParams, NotificationTopic } from '@ekinerja/contracts/notifications';

type Words = Record<NotificationTopic, string>;

/** The line of a mail, by topic. `{{name}}` stands for a parameter. */
export const MAIL_WORDS: Record<MailLanguage, Words> = {
  id: {
    'activity-decided': 'Kegiatan Anda tanggal {{date}} diterima pejabat penilai.',
    'activity-refused': 'Kegiatan Anda tanggal {{date}} ditolak: {{what}}. Alasan: {{reason}}',
    'activity-corrected': 'Kegiatan Anda tanggal {{date}} dikoreksi lalu diterima: {{what}}. Alasan: {{reason}}',
    'activity-lapsed': 'Kegiatan Anda tanggal {{date}} disetujui sistem karena tidak dibuka pejabat penilai sampai batas waktunya.',
    'evaluation-determined': 'Evaluasi kinerja Anda untuk {{month}} sudah ditetapkan.',
    'evaluation-determined-annual': 'Evaluasi kinerja tahunan Anda untuk {{month}} sudah ditetapkan.',
    'evaluation-changed': 'Evaluasi kinerja Anda untuk {{month}} diubah.',
    'objection-filed': 'Ada keberatan yang menunggu pemeriksaan Anda.',
    'objection-asked': 'Anda dimintai penjelasan pada perkara keberatan.',
    'objection-overdue': 'Keberatan lewat batas waktu keputusan.',
    'objection-decided': 'Keberatan sudah diputus.',
    'entry-reopened': 'Pengisian {{from}} sampai {{to}} dibuka kembali untuk Anda sampai {{until}}.',
    'entry-by-unit': 'Admin unit {{by}} menulis kegiatan Anda tanggal {{date}}; alasannya tertulis pada kegiatan itu.',
    'feedback-given': '{{by}} memberi umpan balik.',
    'feedback-answered': '{{by}} menanggapi umpan balik Anda.',
    'progress-marked': 'Pimpinan mengambil tindakan atas kemajuan kinerja Anda.',
    'coaching-opened': 'Pembinaan kinerja dimulai untuk Anda.',
    'coaching-proposed': '{{by}} mengusulkan pembinaan kinerja bagi {{name}}.',
    'case-moved': 'Perkara tindak lanjut Anda memasuki langkah baru.',
    'case-due': 'Masa pada perkara {{name}} berakhir {{date}}.',
    'reward-given': 'Anda mendapat penghargaan: {{name}}.',
    'report-passed': 'Laporan kinerja dari {{by}} menunggu Anda.',
    'request-waiting': 'Permohonan {{name}} menunggu tindakan Anda.',
    'request-moved': 'Permohonan {{name}} kini pada langkah: {{step}}.',
    'request-done': 'Permohonan {{name}} selesai: perubahan sudah dilakukan.',
    'activity-approval-due': '{{count}} kegiatan bawahan harus diputus paling lambat {{date}}.',
    'activity-approval-late': '{{count}} kegiatan bawahan lewat batas waktu persetujuan.',
    'skp-due': 'SKP Anda harus ditetapkan paling lambat {{date}}.',
    'skp-late': 'SKP Anda belum ditetapkan; batasnya {{date}} sudah lewat.',
    'skp-waiting': 'SKP {{name}} menunggu Anda.',
    'skp-moved': '{{by}} memberi langkah baru pada SKP Anda.',
    'evaluation-due': '{{count}} pegawai belum dievaluasi untuk {{month}}; batasnya {{date}}.',
    'evaluation-late': '{{count}} pegawai belum dievaluasi untuk {{month}}; batasnya {{date}} sudah lewat.',
    'feedback-late': 'Umpan balik berkala untuk {{count}} bawahan terlambat.',
    silence: '{{count}} pejabat penilai membiarkan kegiatan bawahan tanpa keputusan.',
  },
  en: {
    'activity-decided': 'Your entries of {{date}} have been accepted.',
    'activity-refused': 'Your entry of {{date}} was refused: {{what}}. Reason: {{reason}}',
    'activity-corrected': 'Your entry of {{date}} was corrected and accepted: {{what}}. Reason: {{reason}}',
    'activity-lapsed': 'Your entries of {{date}} were approved by the system: the evaluator did not open them within the time limit.',
    'evaluation-determined': 'Your evaluation for {{month}} has been determined.',
    'evaluation-determined-annual': 'Your annual evaluation for {{month}} has been determined.',
    'evaluation-changed': 'Your evaluation for {{month}} has been changed.',
    'objection-filed': 'An objection waits for your examination.',
    'objection-asked': 'You are asked for an explanation in an objection.',
    'objection-overdue': 'An objection is past its time limit.',
    'objection-decided': 'An objection has been decided.',
    'entry-reopened': 'Entries of {{from}} to {{to}} are open to you again until {{until}}.',
    'entry-by-unit': 'Unit admin {{by}} wrote an entry of yours of {{date}}; the reason stands on it.',
    'feedback-given': '{{by}} gave feedback.',
    'feedback-answered': '{{by}} answered your feedback.',
    'progress-marked': 'Your leader took a measure on your progress.',
    'coaching-opened': 'Coaching has been started for you.',
    'coaching-proposed': '{{by}} proposes coaching for {{name}}.',
    'case-moved': 'Your follow-up case took a new step.',
    'case-due': 'The time in the case of {{name}} ends on {{date}}.',
    'reward-given': 'You receive a reward: {{name}}.',
    'report-passed': 'A performance report of {{by}} waits for you.',
    'request-waiting': 'The request {{name}} waits for you.',
    'request-moved': 'The request {{name}} is now at: {{step}}.',
    'request-done': 'The request {{name}} is done: the change has been made.',
    'activity-approval-due': '{{count}} entries of your people are to be decided by {{date}}.',
    'activity-approval-late': '{{count}} entries of your people are past the time limit of approval.',
    'skp-due': 'Your SKP is to be determined by {{date}}.',
    'skp-late': 'Your SKP is not determined; its limit {{date}} has passed.',
    'skp-waiting': 'The SKP of {{name}} waits for you.',
    'skp-moved': '{{by}} took a step on your SKP.',
    'evaluation-due': '{{count}} of your people are not evaluated for {{month}}; the limit is {{date}}.',
    'evaluation-late': '{{count}} of your people are not evaluated for {{month}}; the limit {{date}} has passed.',
    'feedback-late': 'Periodic feedback for {{count}} of your people is late.',
    silence: '{{count}} evaluators leave entries of their people undecided.',
  },
};

export const MAIL_FRAME: Record<MailLanguage, { one: string; digest: string; foot: string; invite: string; inviteText: string }> = {
  id: {
    one: 'E-Kinerja: {{line}}', digest: 'E-Kinerja: {{count}} pemberitahuan', foot: 'Atur pemberitahuan di {{url}}',
    invite: 'Permintaan umpan balik atas kinerja {{person}}',
    inviteText: 'Yth. {{name}},\n\nAnda diminta memberi umpan balik atas kinerja {{person}}. Bukalah tautan berikut; tautan hanya dapat dipakai satu kali:\n{{url}}\n',
  },
  en: {
    one: 'E-Kinerja: {{line}}', digest: 'E-Kinerja: {{count}} notices', foot: 'Choose what you are told at {{url}}',
    invite: 'Feedback on the work of {{person}}',
    inviteText: 'Dear {{name}},\n\nyou are asked for feedback on the work of {{person}}. Open this link; it is good once:\n{{url}}\n',
  },
};

/** One line stays one line: a name may hold anything. */
export function fill(text: string, params: NotificationParams): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '–').replaceAll(/\s+/g, ' '));
}
