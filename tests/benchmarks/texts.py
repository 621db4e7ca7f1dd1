"""What the invented municipality says, in its three languages: enough words that no two promises read alike."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("lt", "en", "sl")

Said = tuple[str, str, str]
"""The same words in each of `LANGUAGES`, in that order."""

SERVICES: Final[tuple[Said, ...]] = (
    ("Atsakymai į laiškus", "Answers to letters", "Odgovori na pisma"),
    ("Statybos leidimai", "Building permits", "Gradbena dovoljenja"),
    ("Kelių taisymas", "Road repairs", "Popravila cest"),
    ("Pagalba namuose", "Home care", "Pomoč na domu"),
    ("Mokyklų valgyklos", "School meals", "Šolska prehrana"),
    ("Kilnojamoji biblioteka", "The mobile library", "Potujoča knjižnica"),
    ("Atliekų išvežimas", "Waste collection", "Odvoz odpadkov"),
    ("Gatvių apšvietimas", "Street lighting", "Cestna razsvetljava"),
    ("Vaikų darželiai", "Kindergartens", "Vrtci"),
    ("Viešasis transportas", "Public transport", "Javni prevoz"),
    ("Gimimo liudijimai", "Birth certificates", "Rojstni listi"),
    ("Sniego valymas", "Clearing of snow", "Čiščenje snega"),
    ("Žaidimų aikštelės", "Playgrounds", "Otroška igrišča"),
    ("Sporto salės", "Sports halls", "Športne dvorane"),
    ("Būsto pritaikymas", "Adapted homes", "Prilagoditev stanovanj"),
    ("Archyvo pažymos", "Extracts from the archive", "Arhivska potrdila"),
    ("Vandens tiekimas", "Water supply", "Oskrba z vodo"),
    ("Kapinių priežiūra", "Care of cemeteries", "Urejanje pokopališč"),
    ("Kultūros renginiai", "Cultural events", "Kulturne prireditve"),
    ("Nemokama teisinė pagalba", "Free legal aid", "Brezplačna pravna pomoč"),
)
STEMS: Final = ("Liep", "Ąžuol", "Berž", "Egl", "Puš", "Klev", "Alksn", "Uos", "Karkl", "Drebul")
ENDINGS: Final = ("ynė", "ėnai", "iškės", "upis", "ija", "kalnis", "budė", "avas", "ainiai", "ytė")

PROMISE: Final[Said] = (
    "{title}: atsakymą arba sprendimą gausite per {days} darbo dienų nuo tos dienos, kai mus pasiekia prašymas.",
    "{title}: you get our answer or our decision within {days} working days after your request reaches us.",
    "{title}: odgovor ali odločitev dobite v {days} delovnih dneh po tem, ko prejmemo vašo vlogo.",
)
CONDITIONS: Final[Said] = (
    "Terminas neskaičiuojamas, kol laukiame jūsų dokumentų. Jeigu reikia eksperto arba kitos įstaigos nuomonės, "
    "jį galime pratęsti, bet ne daugiau kaip {more} darbo dienų. Apie tai parašome jums dar nepasibaigus terminui.",
    "The time does not run while we wait for your papers. If we must ask an expert or another authority, we may take "
    "up to {more} working days longer. We write to you about it before the time is over.",
    "Rok ne teče, dokler čakamo na vaše dokumente. Če moramo za mnenje zaprositi strokovnjaka ali drug organ, ga lahko "
    "podaljšamo za največ {more} delovnih dni. O tem vam pišemo, preden se rok izteče.",
)
EXPLANATION: Final[Said] = (
    "Įsipareigojimą laikome įvykdytu, kai laiku atliekame bent {target} iš 100 darbų. Pernai jų buvo {cases}.",
    "The promise counts as kept when at least {target} of 100 cases are done in time. Last year there were {cases}.",
    "Zavezo štejemo za izpolnjeno, kadar je pravočasnih vsaj {target} od 100 primerov. Lani jih je bilo {cases}.",
)
REMEDY: Final[Said] = (
    "Jeigu vėluojame, raštu jūsų atsiprašome, o jūsų prašymu ({title}) asmeniškai pasirūpina įstaigos vadovas.",
    "If we are late, you get an apology in writing, and the head of the institution sees to your request ({title}).",
    "Če zamujamo, se vam pisno opravičimo, za vašo vlogo ({title}) pa osebno poskrbi predstojnik.",
)
HOW: Final[Said] = (
    "Paskambinkite arba parašykite mums ir nurodykite prašymo datą ir pažado numerį {number}.",
    "Call or write to us and give the date of your request and the number of the promise, {number}.",
    "Pokličite nas ali nam pišite in navedite datum vloge ter številko obljube {number}.",
)
STATEMENT: Final[Said] = (
    "{title}: į kiekvieną prašymą atsakome per {days} darbo dienų. Atsakymas parašytas paprasta kalba, jame nurodyta, "
    "kas jį parengė ir kaip jį apskųsti.",
    "{title}: we answer every request within {days} working days. The answer is in plain language, says who wrote it "
    "and how to appeal.",
    "{title}: na vsako vlogo odgovorimo v {days} delovnih dneh. Odgovor je napisan v preprostem jeziku. V njem je "
    "navedeno, kdo ga je pripravil in kako se lahko pritožite.",
)
DEFINITION: Final[Said] = (
    "{title}: dalis prašymų, kuriuos išnagrinėjome per standarte nustatytą terminą, galiojusį prašymo gavimo dieną.",
    "{title}: the share of requests dealt with in the time of the standard in force on the day they reached us.",
    "{title}: delež vlog, ki smo jih obravnavali v roku, ki ga je standard določal na dan prejema.",
)
IN_TIME: Final[Said] = (
    "Laiku išnagrinėti prašymai.",
    "Requests dealt with in time.",
    "Pravočasno obravnavane vloge.",
)
ALL_CASES: Final[Said] = (
    "Visi to ketvirčio prašymai.",
    "All requests due in the quarter.",
    "Vse vloge v četrtletju.",
)
SOURCE: Final[Said] = (
    "Savivaldybės dokumentų valdymo sistema.",
    "The document system of the municipality.",
    "Dokumentni sistem občine.",
)
LIMITS: Final[Said] = (
    "Rodiklis neparodo, ar atsakymas buvo naudingas.",
    "It does not show whether the answer helped.",
    "Kazalnik ne pove, ali je odgovor pomagal.",
)
CAUSE: Final[Said] = (
    "Prašymų buvo {times} kartus daugiau nei įprastai.",
    "There were {times} times as many requests as usual.",
    "Vlog je bilo {times}-krat več kot običajno.",
)
HEADINGS: Final[tuple[Said, ...]] = (
    ("Kada pažadas negalioja", "When it does not hold", "Kdaj obljuba ne velja"),
    ("Rezultatai", "Results", "Rezultati"),
    ("Jeigu pažado nesilaikome", "If we break the promise", "Če obljube ne držimo"),
    ("Standartas", "The standard", "Standard"),
    ("Kaip matuojame", "How we measure", "Kako merimo"),
)
COLUMNS: Final[Said] = (
    "Laikotarpis | Laiku | Iš viso",
    "Period | In time | All",
    "Obdobje | Pravočasno | Vse",
)
GROUP: Final[Said] = ("{n}. skyrius", "Chapter {n}", "{n}. poglavje")


def filled(said: Said, **named: object) -> Said:
    """The words with their placeholders filled in, alike in every language."""
    lt, en, sl = (one.format(**named) for one in said)
    return lt, en, sl


def joined(said: Said, more: str) -> Said:
    """The words with the same addition in every language."""
    lt, en, sl = (f"{one} – {more}" for one in said)
    return lt, en, sl
