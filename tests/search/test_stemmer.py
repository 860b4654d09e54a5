"""The stemmer against lunr.js's own, over the words of English and words made of English endings."""

import json
import random
import shutil
import subprocess
from pathlib import Path

from daybook.search.stemmer import stem

ROOT = Path(__file__).resolve().parents[2]
NODE = """
const lunr = require("lunr");
const words = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(words.map((w) => lunr.stemmer(new lunr.Token(w, {})).toString())));
"""
ENDINGS = [
    "ational",
    "tional",
    "enci",
    "anci",
    "izer",
    "bli",
    "alli",
    "entli",
    "eli",
    "ousli",
    "ization",
    "ation",
    "ator",
    "alism",
    "iveness",
    "fulness",
    "ousness",
    "aliti",
    "iviti",
    "biliti",
    "logi",
    "icate",
    "ative",
    "alize",
    "iciti",
    "ical",
    "ful",
    "ness",
    "al",
    "ance",
    "ence",
    "er",
    "ic",
    "able",
    "ible",
    "ant",
    "ement",
    "ment",
    "ent",
    "ou",
    "ism",
    "ate",
    "iti",
    "ous",
    "ive",
    "ize",
    "ion",
    "sses",
    "ies",
    "ss",
    "s",
    "eed",
    "ed",
    "ing",
    "y",
    "ly",
    "e",
]


def _words() -> list[str]:
    choice = random.Random(1)
    made = {
        "".join(choice.choices("abcdeeiioouylnrstzyw", k=choice.randint(0, 5)))
        + "".join(choice.choices(ENDINGS, k=choice.randint(0, 2)))
        for _ in range(60_000)
    }
    listed = json.loads((ROOT / "node_modules/an-array-of-english-words/index.json").read_bytes())
    return sorted({w for w in made if len(w) > 2} | {w for w in listed[::9] if w.isascii() and w.isalpha()})


def test_every_word_has_the_stem_that_lunr_js_gives_it() -> None:
    words = _words()
    node = shutil.which("node")
    assert node, "Node.js is needed: put node on the path"
    done = subprocess.run(
        [node, "-e", NODE], input=json.dumps(words), capture_output=True, text=True, check=True, cwd=ROOT
    )
    expected = json.loads(done.stdout)
    assert len(words) > 60_000
    assert [(w, stem(w), e) for w, e in zip(words, expected, strict=True) if stem(w) != e] == []


def test_a_word_with_other_letters_is_left() -> None:
    assert stem("talks2") == "talks2"
    assert stem("переговори") == "переговори"
    assert stem("is") == "is"
