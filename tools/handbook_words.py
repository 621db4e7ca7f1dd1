"""The handbook's own words in the five languages: what stands around the pages and in the page of messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandbookWords:
    """What the handbook says in one language, apart from its pages."""

    name: str
    """The language, in itself."""
    search: str
    """Whose word endings the search cuts off. It knows neither Lithuanian nor Slovenian: English ones hurt least."""
    site: str
    sections: dict[str, str]
    """The headings of the menu, by the English word in mkdocs.handbook.yml."""
    english: dict[str, str]
    """The names in the menu of pages that are written in English only, by their file."""
    only_english: str
    """What stands above such a page."""
    messages: str
    intro: str
    groups: tuple[str, ...]
    cure: str
    error: str
    warning: str
    advice: str


ENGLISH = HandbookWords(
    name="English",
    search="en",
    site="charterkit handbook",
    sections={},
    english={},
    only_english="",
    messages="What the messages mean",
    intro="`charter check` prints `file:line:column: level: message [id]`. Below is every id; words in "
    "braces stand for what it found in your file.",
    groups=(
        "Files and their form",
        "Single fields",
        "Between fields and records",
        "Self-assessments, surveys, improvement and programmes",
        "Services and hours",
        "Results",
        "Questions about your figures",
        "Versions and what was decided",
    ),
    cure="Cure:",
    error="Error: nothing is published until it is mended.",
    warning="Warning: it should be mended, but the site can be published.",
    advice="Advice: worth a look.",
)

LITHUANIAN = HandbookWords(
    name="Lietuvių",
    search="en",
    site="charterkit vadovas",
    sections={
        "For staff": "Darbuotojams",
        "Reference": "Žinynas",
        "For developers": "Programuotojams (anglų kalba)",
    },
    english={
        "starting.md": "Chartija per minutę (anglų kalba)",
        "field-table.md": "Skelbiamų laukų lentelė",
        "real-bodies.md": "Tikros įstaigos",
        "records.md": "Visi laukai (anglų kalba)",
        "commands.md": "Komandos (anglų kalba)",
        "due.md": "Ką rašo charter due (anglų kalba)",
        "diff.md": "Ką rodo charter diff (anglų kalba)",
        "verify.md": "Kas nuspręsta ir kaip patikrinti (anglų kalba)",
        "results-format.md": "Skaičių failai (anglų kalba)",
        "architecture.md": "Sandara",
        "adding.md": "Kaip papildyti",
        "looks.md": "Kaip atrodo svetainė",
        "decisions.md": "Sprendimai",
        "speed.md": "Sparta",
        "search.md": "Paieška",
    },
    only_english="Šis puslapis parengtas tik anglų kalba.",
    messages="Ką reiškia pranešimai",
    intro="`charter check` kiekvieną pranešimą pateikia taip: `failas:eilutė:stulpelis: lygis: pranešimas "
    "[id]`. Čia rasite visus pranešimus pagal jų `id`. Vietoj žodžių riestiniuose skliaustuose bus "
    "tai, kas rasta jūsų faile.",
    groups=(
        "Failai ir jų forma",
        "Pavieniai laukai",
        "Laukų ir įrašų ryšiai",
        "Įsivertinimai, apklausos, tobulinimas ir programos",
        "Paslaugos ir darbo laikas",
        "Rezultatai",
        "Klausimai apie jūsų skaičius",
        "Redakcijos ir sprendimai",
    ),
    cure="Kaip ištaisyti:",
    error="Klaida: kol neištaisysite, niekas nebus paskelbta.",
    warning="Įspėjimas: reikėtų ištaisyti, bet svetainę galima skelbti.",
    advice="Patarimas: verta pasižiūrėti.",
)

SLOVENIAN = HandbookWords(
    name="Slovenščina",
    search="en",
    site="Priročnik charterkit",
    sections={
        "For staff": "Za zaposlene",
        "Reference": "Seznami",
        "For developers": "Za razvijalce (v angleščini)",
    },
    english={
        "starting.md": "Listina v minuti (v angleščini)",
        "field-table.md": "Preglednica objavljenih polj",
        "real-bodies.md": "Resnični organi",
        "records.md": "Vsa polja (v angleščini)",
        "commands.md": "Ukazi (v angleščini)",
        "due.md": "Kaj izpiše charter due (v angleščini)",
        "diff.md": "Kaj pokaže charter diff (v angleščini)",
        "verify.md": "Kaj je bilo odločeno in kako to preveriti (v angleščini)",
        "results-format.md": "Datoteke s podatki (v angleščini)",
        "architecture.md": "Zgradba",
        "adding.md": "Kako kaj dodati",
        "looks.md": "Videz strani",
        "decisions.md": "Odločitve",
        "speed.md": "Hitrost",
        "search.md": "Iskanje",
    },
    only_english="Ta stran je napisana samo v angleščini.",
    messages="Kaj pomenijo sporočila",
    intro="`charter check` izpiše `datoteka:vrstica:stolpec: stopnja: sporočilo [id]`. Spodaj so vsa "
    "sporočila po svoji oznaki `id`. Namesto besed v zavitih oklepajih stoji tisto, kar je bilo "
    "najdeno v vaši datoteki.",
    groups=(
        "Datoteke in njihova oblika",
        "Posamezna polja",
        "Med polji in zapisi",
        "Samoocenjevanja, ankete, izboljšave in programi",
        "Storitve in uradne ure",
        "Rezultati",
        "Vprašanja o vaših podatkih",
        "Različice in odločitve",
    ),
    cure="Kaj storiti:",
    error="Napaka: dokler je ne odpravite, se nič ne objavi.",
    warning="Opozorilo: dobro je popraviti, spletišče pa se lahko objavi.",
    advice="Nasvet: vredno je pogledati.",
)

BULGARIAN = HandbookWords(
    name="Български",
    search="ru",
    site="Наръчник за charterkit",
    sections={
        "For staff": "За служителите",
        "Reference": "Справочник",
        "For developers": "За програмисти (на английски)",
    },
    english={
        "starting.md": "Харта за минута (на английски)",
        "field-table.md": "Таблица на публикуваните полета",
        "real-bodies.md": "Истински институции",
        "records.md": "Всички полета (на английски)",
        "commands.md": "Команди (на английски)",
        "due.md": "Какво извежда charter due (на английски)",
        "diff.md": "Какво показва charter diff (на английски)",
        "verify.md": "Какво е решено и как се проверява (на английски)",
        "results-format.md": "Файлове с данни (на английски)",
        "architecture.md": "Устройство",
        "adding.md": "Как се добавя",
        "looks.md": "Външен вид",
        "decisions.md": "Решения",
        "speed.md": "Бързина",
        "search.md": "Търсене",
    },
    only_english="Тази страница е написана само на английски.",
    messages="Какво означават съобщенията",
    intro="`charter check` извежда `файл:ред:колона: ниво: съобщение [id]`. По-долу са всички съобщения по"
    " техния `id`. На мястото на думите във фигурни скоби стои това, което е намерено във вашия "
    "файл.",
    groups=(
        "Файловете и тяхната форма",
        "Отделни полета",
        "Връзки между полета и записи",
        "Самооценки, анкетни проучвания, подобрения и програми",
        "Услуги и работно време",
        "Резултати",
        "Въпроси за вашите числа",
        "Редакции и решения",
    ),
    cure="Какво да направите:",
    error="Грешка: докато не я поправите, нищо не се публикува.",
    warning="Предупреждение: добре е да се поправи, но сайтът може да се публикува.",
    advice="Съвет: струва си да погледнете.",
)

HUNGARIAN = HandbookWords(
    name="Magyar",
    search="hu",
    site="charterkit-kézikönyv",
    sections={
        "For staff": "Munkatársaknak",
        "Reference": "Segédletek",
        "For developers": "Fejlesztőknek (angolul)",
    },
    english={
        "starting.md": "Ügyfélkarta egy perc alatt (angolul)",
        "field-table.md": "A közzétett mezők táblázata",
        "real-bodies.md": "Valódi szervek",
        "records.md": "Minden mező (angolul)",
        "commands.md": "Parancsok (angolul)",
        "due.md": "Mit ír ki a charter due (angolul)",
        "diff.md": "Mit mutat a charter diff (angolul)",
        "verify.md": "Mit döntöttek el, és hogyan ellenőrizhető (angolul)",
        "results-format.md": "Adatfájlok (angolul)",
        "architecture.md": "Felépítés",
        "adding.md": "Hogyan bővíthető",
        "looks.md": "Megjelenés",
        "decisions.md": "Döntések",
        "speed.md": "Sebesség",
        "search.md": "Keresés",
    },
    only_english="Ez az oldal csak angolul olvasható.",
    messages="Mit jelentenek az üzenetek",
    intro="A `charter check` így ír ki egy üzenetet: `fájl:sor:oszlop: szint: üzenet [id]`. Az alábbiakban"
    " minden üzenet szerepel az azonosítója (`id`) szerint. A kapcsos zárójelben álló szavak helyén "
    "az jelenik meg, amit a program a fájlban talált.",
    groups=(
        "A fájlok és formájuk",
        "Egyes mezők",
        "Mezők és bejegyzések kapcsolata",
        "Önértékelések, felmérések, fejlesztés és programok",
        "Szolgáltatások és ügyfélfogadási idő",
        "Eredmények",
        "Kérdések az adatairól",
        "Változatok és döntések",
    ),
    cure="Mit tegyen:",
    error="Hiba: amíg ki nem javítja, semmi sem jelenik meg.",
    warning="Figyelmeztetés: érdemes kijavítani, de a honlap közzétehető.",
    advice="Javaslat: érdemes megnézni.",
)

WORDS = {"en": ENGLISH, "lt": LITHUANIAN, "sl": SLOVENIAN, "bg": BULGARIAN, "hu": HUNGARIAN}
