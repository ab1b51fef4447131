import pytest

from plcdesk.running.lengths import seconds_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 420), ("7 min", 420), ("0:45", 45), ("90 s", 90), ("90s", 90), ("1:30:00", 5400), ("2 h", 7200),
        ("1 h 30", 5400), ("1h 30 min", 5400), ("1.5 h", 5400), ("2,5", 150), ("5 minutes and 10 seconds", 310),
        ("", None), ("soon", None), ("7 min or so", None), ("0", None), ("13 h", None), ("1:75", None), ("-3", None),
    ],
)  # fmt: skip
def test_lengths_as_people_write_them(text, seconds):
    assert seconds_of(text) == seconds
