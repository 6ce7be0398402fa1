"""Romanisation schemes of Russian and Kazakh, from ``romanisation.csv`` beside this module.

Columns are named by language and scheme. ``kk-2017``, ``kk-2018`` and ``kk-2021`` are the state's drafts of
a Latin alphabet (``kk-2021-plain-i`` is how the last is mostly typed), ``kk-habit-…`` are what authors write
who romanise Kazakh as if it were Russian.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def schemes() -> Mapping[str, Mapping[int, str]]:
    """Translation tables for `str.translate`, by scheme; capitals are covered.

    >>> "Жұмыс".translate(schemes()["kk-2021"])
    'Jūmys'
    >>> "Щербаков, объект".translate(schemes()["ru-gost-7.79-b"])
    'Shherbakov, ob``ekt'
    """
    text = files("multilex.packs").joinpath("romanisation.csv").read_text(encoding="utf-8")
    tables: dict[str, dict[int, str]] = {}
    for row in csv.DictReader(text.splitlines()):
        letter = row.pop("cyrillic")
        for scheme, latin in row.items():
            if latin or letter in "ъь":
                table = tables.setdefault(scheme, {})
                table[ord(letter)] = latin
                table[ord(letter.upper())] = latin[:1].upper() + latin[1:]
    return tables
