/** Names heard in Riau: Malay and Minangkabau, with Batak and Javanese neighbours. */
export const MALAY = {
  male: 'Muhammad Ahmad Zulkarnain Syafrizal Yusrizal Afrizal Hendri Jasman Masrul Nasrul Azwar Edison Firman Gusnedi Herman Indra Jefri Khairul Marlis Novrizal Oyong Rafles Rizal Safrudin Tasrif Usman Weldi Yulhendri Zainal Andri Bustami Darman Dedi Elfian Fadli Gusmawan Hamdani Irwandi Joni Kamarudin Lukman Mardianto Nofri Ramadhan Suhardi Taufik Wahyu Yandri Zulfan Aprizal Budi Raja',
  maleSecond: 'Putra Saputra Hidayat Rahman Syahputra Efendi Maulana Chaniago Piliang Wijaya Firdaus Hakim Nasution Ramli Yunus Siregar Syah Gunawan Kurniawan Fauzi Ilyas Daulay Kampai Caniago Mardani Hasan Basri Zein Alwi Lubis Anwar Setiawan Amran Harahap Munir Arifin Sikumbang Koto Pratama Ananda Ismail',
  female: 'Siti Yulia Nur Desi Elvi Fitri Gustina Herlina Ira Juwita Kasmawati Leni Mira Nelvi Oktavia Ratna Rosmaini Susi Tuti Upik Vera Wirda Yenni Zuraida Asmawati Betri Cici Dahlia Emi Farida Gusnita Hasnah Indrawati Jusmani Khairani Lisa Marlina Nurlela Puji Rahma Rina Syafni Tengku Ulfa Welni Yusmaniar Zahara Aida Delvi Ermawati',
  femaleSecond: 'Yanti Sari Wati Rahmi Hayati Dewi Putri Novita Marlina Fitriani Afriani Suryani Mulyani Anggraini Amelia Kurnia Safitri Ningsih Handayani Lestari Oktaviani Rahayu Yuliana Hasanah Zahra Permata Maharani Susanti Elfira Nurhayati Ramadhani Agustina Zuhra Melati Herawati Asri Yarni Gusti Hidayati',
  other: ['Simatupang', 'Sinaga', 'Hutapea', 'Purwanto', 'Tarigan', 'Zebua'],
};
