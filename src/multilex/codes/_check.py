"""Check characters."""


def modulus_11(digits: str) -> str:
    """Check character of an ISSN's first seven figures (ISO 3297): weights 8 to 2, modulus 11.

    >>> modulus_11("0378595")
    '5'
    """
    rest = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def modulus_11_2(digits: str) -> str:
    """Check character of an ORCID iD's first fifteen figures (ISO 7064, MOD 11-2).

    >>> modulus_11_2("000000021825009")
    '7'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    rest = (12 - total) % 11
    return "X" if rest == 10 else str(rest)
