"""Invented names, from name parts that are common in Central Sulawesi, among Bugis and Javanese families."""

from random import Random

MALE = (
    "Abdul", "Adnan", "Agus", "Ahmad", "Aldi", "Alfian", "Ambo", "Amran", "Andi", "Ardiansyah", "Arifin", "Asrul", "Baharuddin",
    "Bambang", "Budi", "Burhan", "Dahlan", "Darmawan", "Dedi", "Eko", "Fadli", "Fahri", "Faisal", "Firman", "Gunawan", "Guntur",
    "Hamka", "Hamzah", "Haris", "Hasan", "Hendra", "Herman", "Ibrahim", "Idham", "Ilham", "Imran", "Irfan", "Iskandar", "Ismail",
    "Jamal", "Joko", "Kamaruddin", "Lukman", "Mahmud", "Mansur", "Marwan", "Moh. Rizal", "Mohamad", "Muhlis", "Mustafa", "Nasrun",
    "Nurdin", "Rahmat", "Ramli", "Ridwan", "Rifai", "Rizal", "Rusdin", "Rusli", "Sahrul", "Saiful", "Samsul", "Slamet", "Sofyan",
    "Sudirman", "Sugeng", "Suharto", "Sukardi", "Supriadi", "Syahrir", "Syamsuddin", "Tahir", "Taufik", "Usman",
    "Wahyu", "Yusran",
    "Yusuf", "Zainal", "Zulfikar", "Zulkifli",
)  # fmt: skip
FEMALE = (
    "Aisyah", "Andi Tenri", "Anita", "Arni", "Asmawati", "Astuti", "Aulia", "Besse", "Citra", "Darmawati", "Dewi",
    "Dian", "Elvira",
    "Endang", "Erni", "Fatimah", "Fitriani", "Hadijah", "Halima", "Hasnah", "Hasnawati", "Herlina", "Indah",
    "Indriani", "Irmawati",
    "Jumriah", "Kartika", "Kasmawati", "Lestari", "Lilis", "Maryam", "Masita", "Megawati", "Mirna", "Misna", "Mulyani", "Murni",
    "Nadia", "Nirwana", "Nur Aini", "Nurhaeni", "Nurhayati", "Nurlaila", "Nurul", "Rahma", "Rahmawati", "Ramlah",
    "Ratna", "Ratnawati",
    "Reski", "Rini", "Rosdiana", "Rosmini", "Rosnawati", "Rukmini", "Salma", "Sari", "Siti Aminah", "Sitti Hajar",
    "Sri", "Suarni",
    "Sulastri", "Sumarni", "Suriani", "Susanti", "Tri", "Umi", "Wahida", "Wahyuni", "Widya", "Winarti", "Yuliana",
    "Yulianti", "Yuni",
    "Zahra", "Zubaedah",
)  # fmt: skip
LAST = (
    "Abdullah", "Alamri", "Amir", "Arsyad", "Badawi", "Bakri", "Basri", "Daeng Masiri", "Djafar", "Firmansyah", "Gani", "Habibi",
    "Hakim", "Halid", "Hamid", "Handayani", "Hanafi", "Harun", "Hidayat", "Hidayatullah", "Husain", "Idrus", "Jafar", "Kadir",
    "Karim", "Kurniawan", "Lababa", "Lagalante", "Lahamado", "Lamadjido", "Lamakarate", "Lapasere", "Larekeng",
    "Lasawedi", "Latif",
    "Lembah", "Madjid", "Mahfud", "Malik", "Mangkona", "Maulana", "Munir", "Mursalim", "Nasir", "Nento", "Nugroho", "Palimbong",
    "Pangeran", "Paturusi", "Permatasari", "Ponulele", "Prasetyo", "Puspita", "Rachman", "Rahayu", "Rahim", "Ramadhan", "Rauf",
    "Said", "Saleh", "Salim", "Santoso", "Saputra", "Setiawan", "Siradjuddin", "Sulaiman", "Supriyanto", "Surya",
    "Syam", "Tadjuddin",
    "Tagunu", "Talib", "Tandigala", "Thaha", "Toana", "Tombolotutu", "Umar", "Utomo", "Wahid", "Wardani", "Wibowo", "Widodo",
    "Yahya", "Yambas", "Yunus", "Yusuf", "Zaid",
)  # fmt: skip
PLACES = (
    "Palu", "Palu", "Palu", "Palu", "Donggala", "Donggala", "Parigi", "Poso", "Tolitoli", "Luwuk", "Sigi", "Makassar", "Bone",
    "Wajo", "Pinrang", "Gorontalo", "Manado", "Malang", "Semarang", "Surabaya",
)  # fmt: skip


def full_name(rng: Random, sex: str) -> str:
    """Return an invented name of one to three parts."""
    first = rng.choice(FEMALE if sex == "female" else MALE)
    roll = rng.random()
    if roll < 0.08:
        return first
    last = rng.choice(LAST)
    if roll < 0.3:
        return f"{first} {rng.choice(FEMALE if sex == 'female' else MALE)} {last}"
    return f"{first} {last}"
