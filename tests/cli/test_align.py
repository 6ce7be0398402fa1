"""``multilex align`` as a script uses it."""

from pathlib import Path

from tests.cli.test_cli import LAW, run


def test_two_languages_side_by_side() -> None:
    done = run("align", LAW, "--pair", "kk-ru")
    head, *lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert head == ["record", "file", "role", "kind", "score", "kk", "ru", "kk_spans", "ru_spans"]
    assert {line[2] for line in lines} == {"titles", "abstracts", "keywords"}
    assert all(line[5] and line[6] for line in lines)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    out = tmp_path / "memory.tmx"
    assert run("align", LAW, "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8").startswith("<?xml")
    assert run("align", LAW, "-o", out).returncode == 2


def test_wrong_options_say_what_is_right() -> None:
    assert "as in kk-ru" in run("align", LAW, "--pair", "kk-xx").stderr
    assert "tsv, tmx" in run("align", LAW, "--format", "json").stderr


def test_a_file_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    done = run("align", tmp_path / "no.txt", "-o", tmp_path / "out.tsv")
    assert (done.returncode, done.stdout) == (3, "")
    assert not (tmp_path / "out.tsv").exists()


def test_an_engine_that_is_unknown_is_a_wrong_use() -> None:
    for option in ("--sentences", "--lemmas"):
        done = run("align", LAW, option, "spacy")
        assert (done.returncode, done.stdout) == (2, "")
        assert "stanza" in done.stderr
