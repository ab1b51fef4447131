"""The colours of text on paper, in every form that has colours."""

from plcdesk.minutes.document import Tone

# The light theme's text colours: at least 4.5 : 1 on white, and dark enough for a printer without colour.
INKS: dict[Tone, str] = {
    "plain": "#1E2328",
    "quiet": "#515B66",
    "accent": "#0B6B62",
    "decision": "#4338CA",
    "question": "#8A5200",
    "warm": "#A61E51",
    "cool": "#1D5FA8",
    "parking": "#6B479F",
}
LINE = "#C9C4B8"
