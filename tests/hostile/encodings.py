"""Texts in sixty encodings, each with its truth."""

from __future__ import annotations

import codecs

from hostile.case import Case

TEXTS = {
    "en": "The café’s owner said prices rose by 5 € – “a naïve hope” is gone. Nobody in town was surprised by the news.",
    "fr": "Les élèves français ont déjà reçu la leçon à l’école. Où êtes-vous, demande le maître aux garçons âgés ?",
    "de": "Größere Straßen müssen für Fußgänger geöffnet werden, sagte die Bürgermeisterin. Das Öl wird täglich teurer.",
    "es": "El niño pidió más café y mañana volverá. La señora añadió que la elección terminó ayer por la noche aquí.",
    "pl": "Zażółć gęślą jaźń, powiedział burmistrz miasta. Mieszkańcy Łodzi czekają na święta i nową ulicę wśród drzew.",
    "el": "Ο δήμαρχος της πόλης είπε ότι οι δρόμοι θα ανοίξουν ξανά. Οι κάτοικοι περιμένουν την απόφαση του συμβουλίου.",
    "tr": "Belediye başkanı şehirdeki yolların yeniden açılacağını söyledi. Çocuklar güneşli günü bahçede geçirdi.",
    "ru": "Мэр города заявил, что улицы снова откроют для пешеходов. Жители ждут решения городского совета до вечера.",
    "uk": "Міський голова заявив, що вулиці знову відкриють для пішоходів. Мешканці чекають рішення ради у місті Їжаківка.",
    "he": "ראש העיר אמר כי הרחובות ייפתחו שוב להולכי רגל. התושבים ממתינים להחלטת המועצה עד הערב ומקווים לטוב.",
    "ar": "قال رئيس البلدية إن الشوارع ستفتح من جديد أمام المشاة. وينتظر السكان قرار المجلس قبل حلول المساء في المدينة.",
    "zh": "市长表示,街道将重新向行人开放。居民们正在等待市议会在晚上之前作出的决定,大家都希望有好消息传来。",
    "ja": "市長は道路が再び歩行者に開放されると述べた。住民は夜までに市議会の決定を待っていると語った。",
    "ko": "시장은 거리가 다시 보행자에게 개방될 것이라고 말했다. 주민들은 저녁까지 시의회의 결정을 기다리고 있다.",
}

MARKED = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}
"""Encodings that a reader can know by themselves, and the mark that they are written with."""

DECLARED = (
    ("uk", "windows-1251"), ("uk", "koi8-u"), ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "iso-8859-5"),
    ("pl", "windows-1250"), ("pl", "iso-8859-2"), ("el", "windows-1253"), ("tr", "windows-1254"), ("he", "windows-1255"),
    ("ar", "windows-1256"), ("zh", "gb18030"), ("zh", "gbk"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ko", "euc-kr"),
    ("fr", "iso-8859-1"), ("de", "iso-8859-15"),
)  # fmt: skip
"""Language and charset of HTML pages that declare it."""

UNDECLARED = (
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("uk", "cp1251"),
    ("ja", "shift_jis"),
    ("zh", "gb18030"),
    ("fr", "mac_roman"),
)
"""Nothing in these files says what they are: right, or set aside."""

LOSSY = str.maketrans({"’": "'", "–": "-", "“": '"', "”": '"'})


def cases() -> list[Case]:
    """All sixty-odd of them."""
    found = []
    for lang in ("en", "fr", "de", "uk", "ar", "zh"):
        for encoding, mark in MARKED.items():
            found.append(_text(lang, encoding, mark, "published"))
    for lang in ("en", "fr"):
        found += [
            _text(lang, encoding, b"", "either", "-unmarked") for encoding in ("utf-16-le", "utf-16-be")
        ]
    found += [_text(lang, "cp1252", b"", "published") for lang in ("en", "fr", "de", "es")]
    found += [_page(lang, charset) for lang, charset in DECLARED]
    found += [_text(lang, encoding, b"", "either", "-undeclared") for lang, encoding in UNDECLARED]
    return found


def _article(lang: str, note: str) -> str:
    return f"A note from the town hall, {note}\n\n{TEXTS[lang]}\n\nThe paper of the town printed this on its first page.\n"


def _text(lang: str, encoding: str, mark: bytes, outcome: str, note: str = "") -> Case:
    label = f"{lang} in {encoding}{note}"
    data = mark + _article(lang, label).translate({} if encoding != "mac_roman" else LOSSY).encode(encoding)
    says = TEXTS[lang] if encoding != "mac_roman" else TEXTS[lang].translate(LOSSY)
    return Case(f"encodings/{label.replace(' ', '-')}.txt", data, outcome, says)  # type: ignore[arg-type]


def _page(lang: str, charset: str) -> Case:
    label, text = f"{lang} declares {charset}", TEXTS[lang].translate(LOSSY)
    html = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="{charset}"><title>A note from the town hall, {label}</title>'
        f"</head><body><article><h1>A note from the town hall, {label}</h1><p>{text}</p>"
        f"<p>The paper of the town printed this on its first page, and then it printed it again.</p></article></body></html>"
    )
    return Case(f"encodings/{label.replace(' ', '-')}.html", html.encode(charset), "published", text)
