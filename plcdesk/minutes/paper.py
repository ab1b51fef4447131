"""Which paper a place prints on."""

from typing import Literal

Paper = Literal["letter", "a4"]

# Where letter paper is the custom: CLDR, supplemental data, paperSize 'US-Letter'.
LETTER_PLACES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def paper_for(locale: str) -> Paper:
    """The paper of a locale such as 'en_US', 'de-DE' or 'en_CA.UTF-8'; letter for English of no place."""
    parts = locale.split(".")[0].split("@")[0].replace("-", "_").split("_")
    for part in parts[1:]:
        if len(part) == 2 and part.isalpha():
            return "letter" if part.upper() in LETTER_PLACES else "a4"
    return "letter" if parts[0].lower() == "en" else "a4"
