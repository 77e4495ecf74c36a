"""Which language a text is in, by its function words or its script."""

import pytest

from dateline.languages import identify, name_of, primary, tell
from dateline.languages.identification import UNDETERMINED

# One report, written in each language.
REPORTS = {
    "en": (
        "The ferry ran aground off Carsby on Monday and nine people were hurt, the coastguard said. The captain "
        "is to be questioned by the police."
    ),
    "es": (
        "El transbordador encalló el lunes frente a Carsby y nueve personas resultaron heridas, según la guardia "
        "costera. La policía interrogará al capitán."
    ),
    "fr": (
        "Le ferry s’est échoué lundi au large de Carsby et neuf personnes ont été blessées, selon les "
        "garde-côtes. Le capitaine sera entendu par la police."
    ),
    "de": (
        "Die Fähre ist am Montag vor Carsby auf Grund gelaufen, neun Menschen wurden verletzt, wie die "
        "Küstenwache mitteilte. Der Kapitän soll von der Polizei befragt werden."
    ),
    "it": (
        "Il traghetto si è incagliato lunedì al largo di Carsby e nove persone sono rimaste ferite, ha detto la "
        "guardia costiera. Il capitano sarà interrogato dalla polizia."
    ),
    "pt": (
        "O barco encalhou na segunda-feira ao largo de Carsby e nove pessoas ficaram feridas, disse a guarda "
        "costeira. O capitão será ouvido pela polícia."
    ),
    "nl": (
        "De veerboot liep maandag voor de kust van Carsby aan de grond en negen mensen raakten gewond, meldde de "
        "kustwacht. De kapitein wordt door de politie gehoord."
    ),
    "sv": (
        "Färjan gick på grund utanför Carsby i måndags och nio personer skadades, uppger kustbevakningen. "
        "Kaptenen ska nu förhöras av polisen och rederiet har inte svarat."
    ),
    "da": (
        "Færgen gik på grund ud for Carsby i mandags, og ni mennesker blev såret, oplyser kystvagten. Kaptajnen "
        "skal afhøres af politiet, men rederiet har ikke svaret."
    ),
    "no": (
        "Fergen gikk på grunn utenfor Carsby mandag, og ni mennesker ble skadet, opplyser kystvakten. Kapteinen "
        "skal avhøres av politiet, men rederiet har ikke svart etter ulykken."
    ),
    "fi": (
        "Lautta ajoi karille Carsbyn edustalla maanantaina, ja yhdeksän ihmistä loukkaantui, kertoi "
        "rannikkovartiosto. Kapteenia ei ole vielä kuultu, mutta poliisi on hänen luonaan."
    ),
    "pl": (
        "Prom wszedł w poniedziałek na mieliznę u wybrzeży Carsby i dziewięć osób zostało rannych, podała straż "
        "przybrzeżna. Kapitan nie jest jeszcze przesłuchany, ale policja się tym zajmie."
    ),
    "cs": (
        "Trajekt v pondělí najel na mělčinu u Carsby a devět lidí bylo zraněno, uvedla pobřežní stráž. Kapitán "
        "se má k věci vyjádřit na policii, ale zatím není jasné, co se stalo."
    ),
    "hu": (
        "A komp hétfőn zátonyra futott Carsby közelében, és kilenc ember megsérült, közölte a parti őrség. A "
        "kapitányt még nem hallgatták ki, de a rendőrség már a hajón van."
    ),
    "ro": (
        "Feribotul a eșuat luni în largul localității Carsby și nouă persoane au fost rănite, a anunțat paza de "
        "coastă. Căpitanul nu a fost încă audiat de poliție, dar va fi."
    ),
    "tr": (
        "Feribot pazartesi günü Carsby açıklarında karaya oturdu ve dokuz kişi yaralandı. Kaptan daha sonra "
        "polis için ifade verecek ama bu olay için bir açıklama yok."
    ),
    "id": (
        "Kapal feri itu kandas di lepas pantai Carsby pada hari Senin dan sembilan orang terluka. Kapten akan "
        "diperiksa oleh polisi, tetapi perusahaan itu belum memberi jawaban untuk ini."
    ),
    "ru": (
        "Паром сел на мель у Карсби в понедельник, и девять человек пострадали, сообщила береговая охрана. "
        "Капитана ещё не допросили, но он в полиции."
    ),
    "uk": (
        "Пором сів на мілину біля Карсбі у понеділок, і дев’ять людей постраждали, повідомила берегова охорона. "
        "Капітана ще не допитали, але він у поліції та чекає."
    ),
    "bg": (
        "Фериботът заседна край Карсби в понеделник и девет души са ранени, съобщи бреговата охрана. Капитанът "
        "ще бъде разпитан от полицията, но не е ясно кога."
    ),
    "ar": (
        "جنحت العبارة قبالة كارسبي يوم الاثنين وأصيب تسعة أشخاص، كما قال خفر السواحل. ولم يتم استجواب القبطان "
        "بعد من قبل الشرطة في المدينة على الرغم من ذلك."
    ),
    "fa": (
        "کشتی روز دوشنبه در نزدیکی کارسبی به گل نشست و نه نفر زخمی شدند. ناخدا را هنوز از سوی پلیس بازجویی "
        "نکرده‌اند، اما این کار برای فردا است."
    ),
    "ja": "フェリーは月曜日にカースビー沖で座礁し、9人が負傷したと沿岸警備隊が発表した。",
    "zh": "海岸警卫队表示,渡轮周一在卡斯比附近搁浅,九人受伤。",
    "ko": "월요일 카스비 앞바다에서 여객선이 좌초해 9명이 다쳤다고 해안경비대가 밝혔다.",
    "el": "Το πλοίο προσάραξε τη Δευτέρα ανοιχτά του Κάρσμπι και εννέα άνθρωποι τραυματίστηκαν.",
    "he": "המעבורת עלתה על שרטון ביום שני מול קרסבי ותשעה בני אדם נפצעו.",
    "hi": "सोमवार को कार्सबी के पास नौका फंस गई और नौ लोग घायल हो गए।",
    "th": "เรือข้ามฟากเกยตื้นนอกชายฝั่งคาร์สบีเมื่อวันจันทร์ และมีผู้บาดเจ็บเก้าคน",
    "vi": (
        "Chiếc phà mắc cạn ngoài khơi Carsby hôm thứ Hai và chín người đã bị thương. Thuyền trưởng sẽ được cảnh "
        "sát hỏi trong những ngày này, nhưng không có gì là chắc chắn."
    ),
    "ca": (
        "El transbordador va encallar dilluns davant de Carsby i nou persones van resultar ferides, segons els "
        "guardacostes. El capità no ha parlat amb la policia, però ho farà als jutjats."
    ),
    "hr": (
        "Trajekt se u ponedjeljak nasukao kod Carsbyja, a devet ljudi je ozlijeđeno, kako je priopćila obalna "
        "straža. Kapetan će biti ispitan, ali nije poznato kada i što će reći."
    ),
    "sw": (
        "Kivuko kilikwama karibu na Carsby siku ya Jumatatu na watu tisa walijeruhiwa, kwa mujibu wa walinzi wa "
        "pwani. Nahodha atahojiwa na polisi katika siku hiyo pia."
    ),
}


@pytest.mark.parametrize("tag", REPORTS)
def test_two_sentences_of_news_tell(tag: str) -> None:
    assert identify(REPORTS[tag]) == tag


def test_capitals_tell_as_well() -> None:
    assert identify(REPORTS["en"].upper()) == "en"
    assert identify(REPORTS["de"].upper()) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Talks began.",
        "U.S., U.K. urge talks; U.S. envoy to fly to Selm",
        "1. Ann Lee (VEL) 2h 04m 11s\n2. Omar Haddad (COR) + 12s\n3. Rosa Feld (VEL) + 40s",
        "A fire broke out in Melbourne, Fla., on Monday.",
    ],
)
def test_what_is_short_or_a_list_does_not(text: str) -> None:
    assert identify(text) in {UNDETERMINED, "en"}


@pytest.mark.parametrize("written", ["en", "EN", "en-GB", "en_US", "eng", "English", " english "])
def test_a_tag_is_known_however_it_is_written(written: str) -> None:
    assert primary(written) == "en"


@pytest.mark.parametrize(("tag", "name"), [("es", "Spanish (es)"), ("pt-BR", "Portuguese (pt)"), ("tlh", "'tlh'")])
def test_messages_name_a_language(tag: str, name: str) -> None:
    assert name_of(tag) == name


def test_what_is_given_goes_before_what_the_words_tell() -> None:
    assert tell("es-MX", REPORTS["en"]).tag == "es"
    assert tell(None, REPORTS["es"]).tag == "es"
    assert tell(None, "Talks began.").tag == tell("", "").tag == "en"
