import type { Daerah } from '@ekinerja/regulations/presets';
import { BANJAR } from './texts/names-banjar.js';
import { JAVA } from './texts/names-java.js';
import { MALAY } from './texts/names-malay.js';

export interface NameBank {
  male: string;
  maleSecond: string;
  female: string;
  femaleSecond: string;
  /** Names of neighbours from elsewhere, for a few. */
  other: string[];
}

/** Real names of places; everything that happens there is invented. */
export interface Country {
  names: NameBank;
  capital: string;
  kecamatan: string[];
  /** Kelurahan of the first kecamatan come first; further ones are numbered villages of the same sound. */
  kelurahan: string[];
  desa: string[];
}

const words = (text: string): string[] => text.split(';').map((word) => word.trim());

export const COUNTRIES: Record<Daerah, Country> = {
  'tanah-laut': {
    names: BANJAR,
    capital: 'Pelaihari',
    kecamatan: words('Pelaihari; Bati-Bati; Takisung; Jorong; Kintap; Batu Ampar; Kurau; Bumi Makmur; Tambang Ulang; Panyipatan; Bajuin'),
    kelurahan: words('Pelaihari; Angsau; Karang Taruna; Sarang Halang; Pabahanan'),
    desa: words('Panggung; Ambungan; Atu-Atu; Ujung Batu; Telaga; Tampang; Gunung Makmur; Padang; Liang Anggang; Nusa Indah; Kait-Kait; Bentok Kampung; Benua Tengah; Gunung Makmur; Batilai; Pagatan Besar; Asam-Asam; Swarangan; Sungai Riam; Martadah'),
  },
  'barito-kuala': {
    names: BANJAR,
    capital: 'Marabahan',
    kecamatan: words('Marabahan; Alalak; Tamban; Anjir Pasar; Anjir Muara; Mandastana; Rantau Badauh; Cerbon; Bakumpai; Belawang; Wanaraya; Barambai; Tabukan; Kuripan; Mekarsari; Tabunganen; Jejangkit'),
    kelurahan: words('Marabahan Kota; Ulu Benteng; Lepasan; Handil Bakti; Berangas'),
    desa: words('Bagus; Penghulu; Sidomakmur; Sungai Lumbah; Beringin; Semangat Dalam; Belandean; Tatah Mesjid; Purwosari; Jelapat; Anjir Serapat; Patih Muhur; Danda Jaya; Sungai Gampa; Karya Tani; Simpang Arja; Banua Anyar; Kolam Kiri; Surya Kanta; Terantang'),
  },
  'kuantan-singingi': {
    names: MALAY,
    capital: 'Teluk Kuantan',
    kecamatan: words('Kuantan Tengah; Benai; Singingi; Kuantan Mudik; Kuantan Hilir; Cerenti; Inuman; Gunung Toar; Hulu Kuantan; Pangean; Logas Tanah Darat; Singingi Hilir; Sentajo Raya; Pucuk Rantau; Kuantan Hilir Seberang'),
    kelurahan: words('Pasar Taluk; Sungai Jering; Simpang Tiga; Muara Lembu; Baserah'),
    desa: words('Beringin Taluk; Koto Taluk; Sawah; Kopah; Jake; Seberang Taluk; Munsalo; Banjar Benai; Koto Benai; Pulau Aro; Kebun Lado; Sungai Paku; Petai; Lubuk Ambacang; Toar; Teberau Panjang; Pulau Kopung; Geringging; Marsawa; Muaro Sentajo'),
  },
  banjarnegara: {
    names: JAVA,
    capital: 'Banjarnegara',
    kecamatan: words('Banjarnegara; Purwareja Klampok; Bawang; Mandiraja; Sigaluh; Madukara; Banjarmangu; Wanadadi; Rakit; Punggelan; Susukan; Karangkobar; Pagentan; Pejawaran; Batur; Wanayasa; Kalibening; Pandanarum; Pagedongan'),
    kelurahan: words('Kutabanjarnegara; Krandegan; Semampir; Parakancanggah; Argasoka; Karangtengah'),
    desa: words('Sokanandi; Cendana; Ampelsari; Tlagawera; Winong; Blambangan; Gemuruh; Mantrianom; Pucang; Bandingan; Gumiwang; Panggisari; Kebakalan; Prigi; Singamerta; Rejasa; Penawangan; Kalilunjar; Karangjambe; Adipasir'),
  },
};
