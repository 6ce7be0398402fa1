"""The words that multilex uses for the parts of a paper, each defined once.

The JSON Schema, the packs, the tests and the exports import these enums; a name that stands
here is part of the public contract of ``multilex.record/1``.
"""

from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the laid-out page is, before anybody asks what it says."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    TABLE = "table"
    FORMULA = "formula"
    RUNNING_HEAD = "running_head"
    PAGE_NUMBER = "page_number"


class MarkKind(StrEnum):
    """Typography of a stretch of characters inside a block."""

    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    BOLD = "bold"
    ITALIC = "italic"


class Role(StrEnum):
    """What a stretch of text does in the paper."""

    CODES = "codes"
    DOI = "doi"
    DATES = "dates"
    TITLE = "title"
    AUTHORS = "authors"
    AFFILIATION = "affiliation"
    EMAIL = "email"
    ABSTRACT_HEADING = "abstract_heading"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    SECTION_HEADING = "section_heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    TABLE = "table"
    FORMULA = "formula"
    REFERENCE_HEADING = "reference_heading"
    REFERENCE = "reference"
    RUNNING_HEAD = "running_head"
    PAGE_NUMBER = "page_number"
    FRONT_MATTER = "front_matter"
    OTHER = "other"


class SectionRole(StrEnum):
    """The canonical role of a headed section, whatever its heading says."""

    HIGHLIGHTS = "highlights"
    INTRODUCTION = "introduction"
    LITERATURE_REVIEW = "literature_review"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"
    RESULTS_AND_DISCUSSION = "results_and_discussion"
    CONCLUSION = "conclusion"
    ACKNOWLEDGEMENTS = "acknowledgements"
    FUNDING = "funding"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    AUTHOR_CONTRIBUTIONS = "author_contributions"
    AUTHOR_INFO = "author_info"
    SUPPLEMENTARY = "supplementary"
    DATA_AVAILABILITY = "data_availability"
    ETHICS = "ethics"
    ABBREVIATIONS = "abbreviations"
    REFERENCES_ORIGINAL = "references_original"
    REFERENCES_ROMANIZED = "references_romanized"
    REFERENCES = "references"
    OTHER = "other"


class ListKind(StrEnum):
    """Which of a paper's reference lists a list is."""

    ORIGINAL = "original"
    ROMANIZED = "romanized"
    UNKNOWN = "unknown"


class CitationStyle(StrEnum):
    """How a citation points at its work."""

    NUMERIC = "numeric"  # [3, p. 45]
    AUTHOR_YEAR = "author-year"  # (Orlova, 2018), Orlova (2018)
    SUPERSCRIPT = "superscript"  # raised numbers that mean items of the list
    FOOTNOTE = "footnote"  # a callout whose footnote names the work


class ArticleKind(StrEnum):
    """How much of an article a stretch of a file holds."""

    ARTICLE = "article"
    TAIL = "tail"  # the end of a paper whose beginning is not in the file
    MATTER = "matter"  # cover, imprint, contents, adverts: no paper at all


class MatterKind(StrEnum):
    """What a stretch of an issue that is no paper is."""

    COVER = "cover"
    IMPRINT = "imprint"  # editorial board, owner, registration, print run
    CONTENTS = "contents"
    AUTHORS = "authors"  # the authors of the issue
    CHRONICLE = "chronicle"  # events, anniversaries, obituaries
    GUIDELINES = "guidelines"  # rules for authors
    ADVERT = "advert"
    OTHER = "other"


class State(StrEnum):
    """How a value came about. A value that is absent has no finding at all."""

    READ = "read"  # it stands there so
    REPAIRED = "repaired"  # it stands there damaged; `text` keeps the printed form, but for letters that layout mended
    INFERRED = "inferred"  # it does not stand there; it follows from something that does
    UNREAD = "unread"  # something stands there that we could not read; value is None


class Severity(StrEnum):
    """How much a note should worry its reader."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class NoteCode(StrEnum):
    """Stable codes of everything a record may remark; the meaning of each never changes."""

    # about the input
    ENCODING_GUESSED = "encoding-guessed"  # the bytes are no UTF-8; another encoding was used
    CHARACTERS_REPLACED = "characters-replaced"  # some bytes could not be decoded
    LETTERS_REPAIRED = "letters-repaired"  # damaged text was mended: what the damage is, how much of it, examples
    LETTERS_LOST = "letters-lost"  # letters that nobody can know any more stand as blanks, ? or their neighbours
    PAGE_WITHOUT_TEXT = "page-without-text"  # an image-only page: nothing to read without OCR
    PAGE_UNREADABLE = "page-unreadable"  # the page is damaged
    READ_BY_OCR = "read-by-ocr"  # the page's characters were recognised in its picture, and how surely
    INPUT_TRUNCATED = "input-truncated"  # the file ends early or was cut at a limit
    # about the extent
    FRAGMENT = "fragment"  # the beginning of this paper is not in the file
    NOT_A_PAPER = "not-a-paper"  # nothing here looks like a paper
    # about the issue
    CONTENTS_DIFFERS = "contents-differs"  # contents and papers disagree: not listed, not found, on another page
    # missing
    MISSING_FIELD = "missing-field"  # a role that papers carry is absent altogether
    MISSING_LANGUAGE = "missing-language"  # a role is there, but not in this language
    # contradictory
    SHORTER_IN_LANGUAGE = "shorter-in-language"  # a text leaves out sentences that other languages have
    COUNT_DIFFERS = "count-differs"  # keywords, authors … number differently across languages
    EMAIL_DUPLICATE = "email-duplicate"  # one address for several authors, or printed twice with differences
    VALUE_DIFFERS = "value-differs"  # the same fact printed twice with different values
    CITATION_DANGLING = "citation-dangling"  # a citation without its reference
    REFERENCE_UNCITED = "reference-uncited"  # a reference that the body never cites
    CITATION_AUTHOR = "citation-author"  # the name beside a citation is not that of the cited work's author
    CITATION_AMBIGUOUS = "citation-ambiguous"  # name and year fit several references
    FOOTNOTE_DANGLING = "footnote-dangling"  # a callout without its note, or a note without its callout
    NUMBERING = "numbering"  # numbers of a list missing, doubled or restarted
    LISTS_DIFFER = "lists-differ"  # the original and romanised list number differently
    TWIN_DIFFERS = "twin-differs"  # the original and the romanised printing of a reference disagree
    TWIN_MISSING = "twin-missing"  # a reference of one list without its counterpart in the other
    REFERENCE_DUPLICATE = "reference-duplicate"  # one work under two numbers of a list
    AFFILIATION_DANGLING = "affiliation-dangling"  # a mark without its affiliation, or the reverse
    DATE_ORDER = "date-order"  # received after accepted and the like
    # about codes
    CODE_MALFORMED = "code-malformed"
    CODE_UNKNOWN = "code-unknown"
    CODE_MISLABELLED = "code-mislabelled"
    CODE_REPAIRED = "code-repaired"
    # about legal acts
    ACT_LINK = "act-link"  # the printed address is another act's, or its id is damaged
    ACT_DIFFERS = "act-differs"  # one act is cited with two dates or numbers
    ACT_CONVOCATION = "act-convocation"  # the numeral of the convocation does not fit the date
    ACT_DATE_READING = "act-date-reading"  # the figures of a date allow two readings
    ACT_ARTICLE = "act-article"  # an article is cited that the act does not have
    ACT_REPEALED = "act-repealed"  # the act was no longer in force when the paper appeared
    # unsure
    UNSURE = "unsure"  # decided, but on weak evidence
    UNPLACED = "unplaced"  # text whose role was not recognised; it is kept


class CodeScheme(StrEnum):
    """Identifier and classification schemes."""

    UDC = "UDC"
    IRSTI = "IRSTI"
    DOI = "DOI"
    ISSN = "ISSN"
    ORCID = "ORCID"
    JEL = "JEL"


class CodeStatus(StrEnum):
    """What a check of a code against its own scheme says."""

    VALID = "valid"
    REPAIRED = "repaired"
    UNKNOWN = "unknown"  # well-formed, but not in the scheme's list
    MALFORMED = "malformed"


class DateKind(StrEnum):
    """What happened to the paper on a date."""

    RECEIVED = "received"
    REVISED = "revised"
    ACCEPTED = "accepted"
    PUBLISHED = "published"


class ActLevel(StrEnum):
    """How much of an act a mention says."""

    FULL = "full"  # its type, whose it is, and a number or a full date
    SHORT = "short"  # less than that
    ABBREVIATION = "abbreviation"  # letters
    ANAPHOR = "anaphor"  # a bare noun that the paper has defined


class ActResolution(StrEnum):
    """How it is known which act a mention means."""

    OWN_WORDS = "own-words"
    DEFINITION = "definition"  # a short form that the paper introduced
    DOCUMENT = "document"  # another mention in the paper says more
    FOOTNOTE = "footnote"  # the footnote called beside it says more
    CATALOGUE = "catalogue"  # the catalogue knows one act of this name for the day of the paper
    UNRESOLVED = "unresolved"


class ActStatus(StrEnum):
    """What the catalogue says of an act."""

    IN_FORCE = "in-force"
    REPEALED = "repealed"
