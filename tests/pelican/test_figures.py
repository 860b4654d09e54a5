"""What the five articles of this project report in numbers, side by side on the pages that are built of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lxml import html

from helpers import pages
from helpers.archive import ROOT, Archive, new_archive, succeeded


def rows(archive: Archive, address: str, table: int = 0) -> list[list[str]]:
    """The cells of a page's table of figures; a row that goes on with the one above it has fewer."""
    found = pages.parsed(archive.output / address).xpath("//table[contains(@class, 'values')]")[table]
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")]
        for row in found.xpath(".//tbody/tr")
    ]


def sentences(archive: Archive, address: str, of: str) -> list[str]:
    """What stands at the links of a page's figures to the sentences of those whose value has these words."""
    page = archive.output / address
    cells = pages.parsed(page).xpath(
        f"//td[@class='value'][starts-with(normalize-space(), '{of}')]/following-sibling::td[last()]//a"
    )
    found = []
    for link in cells:
        path, _, anchor = link.get("href").partition("#")
        (target,) = html.document_fromstring((page.parent / path).read_bytes()).xpath(f"//*[@id='{anchor}']")
        found.append(" ".join(target.text_content().split()))
    return found


def test_refugees_stand_on_their_days_and_as_a_path(five: Archive) -> None:
    for day, value in (
        ("02/28", "More than 500,000"),
        ("03/02", "More than 677,000"),
        ("03/03", "1 million"),
    ):
        held = [row for row in rows(five, f"2022/{day}/index.html") if row[0].startswith("Fled abroad")]
        assert held[0][:2] == ["Fled abroad people · Ukraine", value]
        (sentence,) = sentences(five, f"2022/{day}/index.html", value)
        assert value in sentence
    page = pages.parsed(five.output / "figures/index.html")
    (path,) = page.xpath("//figure[@class='path']")
    assert [point.get("aria-label") for point in path.xpath(".//a")] == [
        "More than 500,000, 28 February 2022",
        "More than 677,000, UN refugee agency, 2 March 2022",
        "1 million, UN’s refugee agency, 3 March 2022",
    ]
    assert [row[:2] for row in rows(five, "figures/index.html")] == [
        ["28 February 2022", "More than 500,000"],
        ["2 March 2022", "More than 677,000"],
        ["3 March 2022", "1 million"],
    ]


def test_the_losses_of_one_side_stand_side_by_side_by_who_gives_them(five: Archive) -> None:
    told = rows(five, "figures/index.html", 1)
    assert [(row[-3], row[-2]) for row in told] == [
        ("498 3 March 2022 could not be verified", "Defense Ministry"),
        ("1,597 3 March 2022 could not be verified", "spokesman"),
        ("close to 6,000 3 March 2022", "Ukraine"),
        ("around 9,000 3 March 2022 could not be verified", "General Staff"),
    ]
    assert [row[0].split()[0] for row in told if len(row) == 4] == ["Killed", "Wounded", "Casualties"]


def test_the_vote_of_the_assembly_is_one_row_of_two_articles(five: Archive) -> None:
    (vote,) = [row for row in rows(five, "2022/03/03/index.html") if row[0].startswith("Vote")]
    assert vote[:2] == ["Vote United Nations General Assembly", "141 for, 5 against and 35 abstaining"]
    assert "RFE/RL" in vote[3]
    assert "Associated Press" in vote[3]
    told = sentences(five, "2022/03/03/index.html", "141 for")
    assert len(told) == 3
    assert sum("141" in sentence for sentence in told) == 2


def test_what_is_only_expected_says_so(five: Archive) -> None:
    (expected,) = [row for row in rows(five, "2022/03/02/index.html") if "4 million" in row]
    assert expected[0].endswith("expected or possible")


def test_a_persons_hand_is_followed_by_every_table(tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "archive", ROOT / "seeds")
    archive.build()
    (row,) = [row for row in _told(archive) if row["words"] == "1 million"]
    for command in (
        ["set", row["article"], f"{row['sentence']}:1000000", "1200000"],
        ["drop", row["article"], _name(archive, "498")],
    ):
        succeeded(archive.run("daybook", *command))
    archive.build()
    day = rows(archive, "2022/03/03/index.html")
    assert [row[1] for row in day if row[0].startswith("Fled abroad")] == [
        "1,200,000 corrected by the editor; the text has “1 million”"
    ]
    assert not [row for row in day if row[-3:][0].startswith("498")]
    assert {"1200000"} == {row["value"] for row in _told(archive) if row["words"] == "1 million"}
    assert "1,200,000" in rows(archive, "figures/index.html")[2][1]


def _told(archive: Archive) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((archive.output / "data/figures.csv").read_text("utf-8"))))


def _name(archive: Archive, value: str) -> str:
    """Of a figure, as corrections name it."""
    (row,) = [row for row in _told(archive) if row["value"] == value]
    return f"{row['sentence']}:{value}"
