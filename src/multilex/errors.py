"""Everything multilex raises, in one tree.

::

    MultilexError
    ├── InputError            a file cannot be read at all
    │   ├── EmptyInputError
    │   ├── UnsupportedInputError   (not a kind of file we read)
    │   ├── EncryptedInputError
    │   ├── DamagedInputError
    │   └── NoTextError       (only images; needs OCR)
    ├── OptionError           a call asks for something that does not exist
    ├── ExportError           a record lacks what a format demands
    └── MissingEngineError    an optional package is not installed; the message names the command

Trouble in a *paper* is a note on its record; trouble in a *call* is one of these, and its message
says what to do next.
"""


class MultilexError(Exception):
    """Base of all errors of this package."""


class InputError(MultilexError):
    """The input cannot be read."""


class EmptyInputError(InputError):
    """The input holds no bytes or nothing but blanks."""


class UnsupportedInputError(InputError):
    """The input is of a kind that multilex does not read."""


class EncryptedInputError(InputError):
    """The file asks for a password, or for another."""


class DamagedInputError(InputError):
    """The input claims to be of a kind and cannot be opened as such."""


class NoTextError(InputError):
    """Every page is an image: there is no text to read without OCR."""


class OptionError(MultilexError, ValueError):
    """An option has a value that does not exist; the message lists those that do."""


class ExportError(MultilexError):
    """A record lacks what the format demands; the message names the record and the field."""


class ExportWarning(UserWarning):
    """A format's reader may trip over this record, or something could not be written as it is."""


class MissingEngineError(MultilexError, ImportError):
    """An optional engine is not installed; the message names the command that installs it."""
