"""Of a file that a person wrote, every line but those of the touched entry stays as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daybook.corrections.yaml_list import YamlList, extend
from daybook.errors import SettingError

ORDER = ("id", "name", "aliases", "country")
WORD = st.sampled_from(["Ann", "'A: b'", '"x # y"', "é", "'it''s'", "Ж", "A B", "😀"])
BETWEEN = st.lists(st.sampled_from(["", "# a comment", "   # set in", "#", "  "]), max_size=3)


@st.composite
def entry(draw: st.DrawFn, number: int) -> list[str]:
    """One entry in any of the forms that people use."""
    names = draw(st.lists(WORD, max_size=3))
    if draw(st.booleans()):
        tail = draw(st.sampled_from(["", "  # checked", " #"]))
        row = f"aliases: [{', '.join(names)}]" if names else ""
        return [f"- {{id: a{number}, name: {draw(WORD)}{', ' if row else ''}{row}}}{tail}"]
    lines = [f"- id: a{number}", f"  name: {draw(WORD)}  # so"]
    if names:
        indent = draw(st.sampled_from(["  ", "    "]))
        lines += ["  aliases:", *(f"{indent}- {name}" for name in names)]
    return lines


@st.composite
def document(draw: st.DrawFn) -> list[list[str]]:
    """Entries, each with the lines above it; the last is what stands behind all."""
    blocks = [[*draw(BETWEEN), *draw(entry(n))] for n in range(draw(st.integers(1, 4)))]
    return [*blocks, draw(BETWEEN)]


@given(document(), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_a_change_touches_its_entry_alone(blocks: list[list[str]], data: st.DataObject, newline: str) -> None:
    number = data.draw(st.integers(0, len(blocks) - 2))
    new = data.draw(
        st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable() and text.strip() == text)
    )
    text = newline.join(line for block in blocks for line in block) + newline
    file = YamlList("x.yaml", text)
    wanted = file.entries
    wanted[number]["aliases"] = [*(held := wanted[number].get("aliases", [])), *({new} - set(held))]
    file.change(number, lambda each: extend(each, "aliases", [new], ORDER))
    assert yaml.safe_load(file.text) == wanted
    before = newline.join(line for block in blocks[:number] for line in block)
    after = newline.join(line for block in blocks[number + 1 :] for line in block)
    assert file.text.startswith(before)
    assert file.text.endswith(after + newline)
    comments = [line for block in blocks for line in block if line.strip().startswith("#")]
    assert [line for line in file.text.split(newline) if line.strip().startswith("#")] == comments


@given(document(), st.data())
def test_added_and_taken_out_again_nothing_has_changed(blocks: list[list[str]], data: st.DataObject) -> None:
    text = "\n".join(line for block in blocks for line in block) + "\n"
    held = YamlList("x.yaml", text)
    held.add(
        {
            "id": "new",
            "name": data.draw(st.sampled_from(["N", "No", "- x", "a: b", "1"])),
            "aliases": ["x, y"],
        }
    )
    assert held.text.startswith(text)
    held.remove(len(held.entries) - 1)
    assert held.text == text


@pytest.mark.parametrize(
    "text", ["a: b\n", "- &x a\n- *x\n---\n- b\n", "just text\n", "- a\n...\n---\n- b\n"]
)
def test_what_is_no_list_is_left_to_a_person(text: str) -> None:
    with pytest.raises((SettingError, yaml.YAMLError)):
        YamlList("x.yaml", text).add("b")


def test_a_sign_of_comment_in_quotes_is_none() -> None:
    file = YamlList("x.yaml", '- id: a0\n  name: "x # y"  # so\n# below\n- {id: a1}\n')
    file.change(0, lambda each: extend(each, "aliases", ["Z"], ORDER))
    assert yaml.safe_load(file.text) == [{"id": "a0", "name": "x # y", "aliases": ["Z"]}, {"id": "a1"}]
    assert file.text.endswith("# below\n- {id: a1}\n")
