/** What is tried first in Indonesian offices, lower-case; digits and signs behind a word are ignored when comparing. */
export const FREQUENT_PASSWORDS: readonly string[] = [
  '1234567890', '0123456789', '12345678910', '9876543210', '0987654321', '1122334455', '123123123123', '1q2w3e4r5t', '1qaz2wsx3edc',
  'qwertyuiop', 'qwerty', 'qwertyuiopasdfgh', 'asdfghjkl', 'zxcvbnm', 'abcdefghij', 'abc', 'password', 'passw0rd', 'p@ssw0rd', 'p@ssword',
  'rahasia', 'rahasiasaya', 'sandi', 'katasandi', 'katakunci', 'sayang', 'sayangku', 'bismillah', 'bismillahirrahmanirrahim', 'alhamdulillah',
  'indonesia', 'indonesiaraya', 'indonesiamerdeka', 'merdeka', 'pancasila', 'garuda', 'admin', 'administrator', 'adminadmin', 'superadmin',
  'operator', 'user', 'pegawai', 'pegawainegeri', 'pegawainegerisipil', 'pns', 'asn', 'korpri', 'bkpsdm', 'bkpp', 'bkd', 'bkn', 'kinerja', 'ekinerja',
  'e-kinerja', 'simpeg', 'siasn', 'kabupaten', 'pemkab', 'pemda', 'bupati', 'dinas', 'iloveyou', 'letmein', 'welcome', 'selamatdatang', 'selamatpagi',
  'doraemon', 'persib', 'persija', 'jakarta', 'bandung', 'surabaya', 'banjarmasin', 'tanahlaut', 'pelaihari', 'marabahan', 'baritokuala',
  'kuantansingingi', 'telukkuantan', 'banjarnegara', 'gantisandi', 'gantipassword', 'changeme', 'default', 'testing', 'percobaan',
];
