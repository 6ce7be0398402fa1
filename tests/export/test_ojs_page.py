"""The page on OJS does what it says: its settings and its commands, in a folder of their own."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from lxml import etree
from tests.conftest import ROOT
from tests.export.ojs_site import SITES, complaints, values
from typer.testing import CliRunner

from multilex.cli import app

PAGE = (ROOT / "docs/ojs.md").read_text("utf-8")


def test_the_page_leads_to_a_sound_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [settings] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "journal.toml").write_text(settings, "utf-8")
    shutil.copy(ROOT / "samples/issue.pdf", tmp_path)
    monkeypatch.chdir(tmp_path)

    said = ""
    for command in re.findall(r"\$ multilex (.*)", PAGE):
        result = CliRunner().invoke(app, shlex.split(command))
        assert result.exit_code in (0, 1), result.output
        said += result.stderr

    root = etree.parse(tmp_path / "issue.xml").getroot()
    assert complaints(root, SITES["3.4"]) == []
    assert len(values(root, "//o:article")) == 4
    assert values(root, "//o:submission_file/o:name") == [f"issue-{number}.pdf" for number in (4, 5, 6, 7)]
    assert values(root, "//o:section/o:title") == ["Статьи", "Мақалалар", "Articles"]
    assert values(root, "//o:issue_identification/o:number") == ["2 (18)"]
    assert "left out: 4 records that are no whole papers" in said
