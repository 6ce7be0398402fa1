"""The notation of the Universal Decimal Classification: a number taken apart into its signs and numbers.

The notation is that of the UDC Consortium's tables 1a to 1k::

    number = term { ("+" | "/" | "::" | ":") term }
    term   = "[" number "]" aux*  |  main aux*  |  aux+       ; after "/" also a tail such as .735 or -9
    main   = groups of three digits joined by points; the last may be shorter
    aux    = =language | (0form) | (1/9 place) | (=ethnic) | "time" | *other code | Name
           | -02/-05 property, material, relation, person | -1/-9, .0 or ' special | .00 viewpoint

Only the notation is checked: which numbers exist is in the tables, which are not ours to ship.
"""

from collections.abc import Iterator

import regex

from multilex.codes import Part

NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,3}){0,8}+"
AUXILIARY = regex.compile(
    rf"""
    (?P<ethnic>\(={NUMBER}(?:[-+/:.']{{1,2}}{NUMBER}){{0,8}}\))
  | (?P<form>\(0[0-9.]{{0,20}}(?:[-+/:.']{{1,2}}{NUMBER}){{0,8}}\))
  | (?P<place>\([1-9][0-9.]{{0,20}}(?:[-+/:'=]{{1,2}}{NUMBER}){{0,8}}(?:\p{{Lu}}[\p{{L}}-]{{1,40}})?\))
  | (?P<language>={NUMBER}(?:['+/-]{NUMBER}){{0,4}})
  | (?P<time>"[0-9][0-9.]{{0,20}}(?:[-+/:]{NUMBER}){{0,6}}")
  | (?P<property>-02[0-9]{{0,3}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<material>-03[0-9]{{0,3}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<relation>-04[0-9]{{0,3}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<person>-05[0-9]{{0,3}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<special>-[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,6}} | '[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<viewpoint>\.00[0-9]?(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<special>\.0[0-9]{{0,2}}(?:\.[0-9]{{1,3}}){{0,6}})
  | (?P<external>\*[0-9A-Za-z][0-9A-Za-z.]{{0,30}})
  | (?P<name>\p{{Lu}}[\p{{L}}'-]{{1,40}})
    """,
    regex.VERBOSE,
)
OPERATOR = regex.compile(r"(?P<order>::)|(?P<relation>:)|(?P<addition>\+)|(?P<range>/)")
MAIN = regex.compile(r"(?:[0-9]{3}\.(?!00))*+[0-9]{1,3}(?![0-9])")
TAIL = regex.compile(r"\.[0-9]{1,3}(?:(?<=\.[0-9]{3})\.[0-9]{1,3}){0,6}")


class NotationError(ValueError):
    """The notation is broken; `position` tells where."""

    def __init__(self, position: int) -> None:
        super().__init__(f"no UDC notation at character {position}")
        self.position = position


def parse(number: str) -> tuple[Part, ...]:
    """The parts of a UDC number in its canonical form, in order; joined they give the number back.

    >>> [(part.kind, part.value) for part in parse('94(574)"19":338')]
    [('main', '94'), ('place', '(574)'), ('time', '"19"'), ('relation', ':'), ('main', '338')]

    Raises NotationError where the notation is broken.
    """
    if len(number) > 400:
        raise NotationError(400)
    return tuple(_parts(number))


def _parts(number: str) -> Iterator[Part]:
    position, open_groups = 0, 0
    after_range = False
    while True:
        while number.startswith("[", position):
            yield Part("group", "[")
            position, open_groups = position + 1, open_groups + 1
        begin = position
        if main := MAIN.match(number, position) or (TAIL.match(number, position) if after_range else None):
            if main[0][0] == "4":  # class 4 has been empty since 1962
                raise NotationError(position)
            yield Part("main", main[0])
            position = main.end()
        while True:
            if auxiliary := AUXILIARY.match(number, position):
                yield Part(str(auxiliary.lastgroup), auxiliary[0])
                position = auxiliary.end()
            elif open_groups and position > begin and number.startswith("]", position):
                yield Part("group", "]")
                position, open_groups = position + 1, open_groups - 1
            else:
                break
        if position == begin:
            raise NotationError(position)
        if position == len(number) and not open_groups:
            return
        operator = OPERATOR.match(number, position)
        if operator is None:
            raise NotationError(position)
        yield Part(str(operator.lastgroup), operator[0])
        position, after_range = operator.end(), operator[0] == "/"
