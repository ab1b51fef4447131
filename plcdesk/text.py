"""Translation: the one gettext catalogue for the core and the screens.

Every sentence that a person reads passes through `tr` or `ntr`, from the first line on. A language is
installed once at start by `use_language`; without a catalogue the English of the source is used.
"""

import gettext
from collections.abc import Callable
from pathlib import Path

DOMAIN = "plcdesk"

_translations: gettext.NullTranslations = gettext.NullTranslations()
_disguise: Callable[[str], str] | None = None


def tr(sentence: str) -> str:
    """Translate one sentence. Fill its `{names}` afterwards with `.format`."""
    found = _translations.gettext(sentence)
    return _disguise(found) if _disguise else found


def ntr(singular: str, plural: str, number: int) -> str:
    """Translate a sentence that depends on a number, by the language's own plural rule."""
    found = _translations.ngettext(singular, plural, number)
    return _disguise(found) if _disguise else found


def use_language(language: str | None, folder: Path) -> None:
    """Install the catalogue of `language` (such as 'de') from `folder`; None goes back to the source text."""
    global _translations
    if language is None:
        _translations = gettext.NullTranslations()
    else:
        _translations = gettext.translation(DOMAIN, folder, [language], fallback=True)


def use_disguise(disguise: Callable[[str], str] | None) -> None:
    """Pass each translated sentence through `disguise`: the pseudo-language of the tests. None ends it."""
    global _disguise
    _disguise = disguise


def language_in_use() -> object:
    """A key that changes with the words of ours, for those who keep them ready."""
    return (_translations, _disguise)
