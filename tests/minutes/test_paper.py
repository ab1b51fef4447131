"""Which paper a place prints on."""

import pytest

from plcdesk.minutes.paper import paper_for


@pytest.mark.parametrize(
    "locale", ["en_US", "en-US", "fr_CA", "es_MX.UTF-8", "fil_PH", "es_CL", "es_CO", "en", "zh_Hans_US"]
)
def test_letter_where_letter_is_the_custom(locale: str) -> None:
    assert paper_for(locale) == "letter"


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "de", "fr-FR", "vi_VN", "ru_RU@euro", "es_ES", "C", ""])
def test_a4_elsewhere(locale: str) -> None:
    assert paper_for(locale) == "a4"
