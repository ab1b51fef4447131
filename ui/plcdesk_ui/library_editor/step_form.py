"""The fields of one step, or of a part that is run again."""

from collections.abc import Sequence
from typing import Any

from plcdesk.library.checks import MOST_PEOPLE
from plcdesk.library.parts import part_of
from plcdesk.library.schema import Groups, Protocol, Step
from plcdesk.library.step_checks import LONGEST_STEP, LONGEST_TURN, MOST_TURNS
from plcdesk.library.steps import round_of
from plcdesk.text import ntr, tr
from plcdesk_ui.library_editor.form import Form
from plcdesk_ui.library_editor.lines import lines_of
from plcdesk_ui.library_editor.words import (
    field_word,
    loop_words,
    notes_words,
    silent_words,
    step_kinds,
    who_words,
)
from plcdesk_ui.library_editor.written_field import WrittenField
from plcdesk_ui.widgets.choice import Option

_TEXTS = ("title", "say", "do", "show", "instead", "stems", "avoid")
_COUNTED = ("presenters", "items", "stations", "turns")


def _minutes(number: int) -> str:
    return ntr("min", "min", number)


def _seconds(number: int) -> str:
    return ntr("s", "s", number) if number else tr("(shared)")


def _at_most(number: int) -> str:
    return ntr("s", "s", number) if number else tr("(open)")


def _people(number: int) -> str:
    return ntr("person", "people", number)


def _times(number: int) -> str:
    return ntr("time", "times", number)


class StepForm(Form):
    """All about one step."""

    def __init__(self, protocols: Sequence[Option]) -> None:
        super().__init__()
        self.put(
            self.line("title", field_word("title")), self.choice("kind", tr("How we work"), step_kinds())
        )
        self.put(self.choice("protocol", field_word("protocol"), protocols))
        self.put_beside(
            self.number("minutes.default", tr("Usual time"), 1, LONGEST_STEP, _minutes),
            self.number("minutes.floor", tr("At least"), 1, LONGEST_STEP, _minutes),
            self.number("round.seconds", tr("For each person"), 0, LONGEST_TURN, _seconds, 5),
            self.number("round.ceiling_seconds", tr("At most each"), 0, LONGEST_TURN, _at_most, 5),
        )
        self.put_beside(
            self.number("groups.least", tr("In a group at least"), 2, MOST_PEOPLE, _people),
            self.number("groups.most", tr("In a group at most"), 2, MOST_PEOPLE, _people),
        )
        self.put(self.tick("protected", tr("Keep its time when the meeting is short")))
        self.put(self.tick("optional", tr("Leave it out when the meeting is short")))
        self.put(
            self.text("say", field_word("say"), lines=3),
            self.text("do", field_word("do"), tr("For the facilitator alone.")),
            self.text("show", field_word("show"), tr("A few words. Left empty, it shows what is said.")),
        )
        self.put(
            self.choice("speaks", tr("Who speaks"), who_words()),
            self.line("speaker", field_word("speaker"), placeholder=tr("the author of the lesson")),
            self.choice("silent", tr("Who is silent"), silent_words()),
            self.text("instead", field_word("instead")),
        )
        self.written = WrittenField()
        self.written.changed.connect(lambda value, is_text: self.typed.emit("captures", value, is_text))
        self.keep("captures", self.written, self.written, self.written.set_value)
        self.put(self.written, self.choice("notes", tr("Who sees what is written"), notes_words()))
        self.put(
            self.lines("stems", field_word("stems"), lines_of, "\n".join, tr("“I see …”, a line for each.")),
            self.lines("avoid", field_word("avoid"), lines_of, "\n".join, tr("A line for each.")),
        )

    def show_step(self, step: Step, protocol: Protocol) -> None:
        """Show a step; what is being typed is left alone."""
        how = round_of(step)
        part = part_of(step, 0, 1)
        seconds = how.seconds if how is not None else None
        groups = step.groups or Groups()
        explicit = step.minutes.floor if step.minutes is not None else None
        values: dict[str, Any] = {name: getattr(step, name) for name in _TEXTS}
        values |= {
            "kind": step.kind,
            "protocol": step.protocol,
            "minutes.default": step.minutes.default if step.minutes is not None else part.own,
            "minutes.floor": explicit if explicit is not None else part.floor,
            "round.seconds": seconds or 0,
            "round.ceiling_seconds": (how.ceiling_seconds or 0) if how is not None else 0,
            "protected": step.protected,
            "optional": step.optional,
            "speaks": step.speaks,
            "speaker": step.speaker,
            "silent": step.silent,
            "captures": step.captures,
            "notes": step.notes,
            "groups.least": groups.least,
            "groups.most": groups.most,
        }
        self.show_values(values)
        shared = seconds is None
        self.rows["minutes.default"].setVisible(shared)
        self.rows["minutes.floor"].setVisible(shared and not step.protected)
        self.rows["round.seconds"].setVisible(how is not None)
        self.rows["round.ceiling_seconds"].setVisible(how is not None)
        for name in ("groups.least", "groups.most"):
            self.rows[name].setVisible(step.kind == "groups" or step.groups is not None)
        self.rows["speaker"].setVisible(step.speaks in ("one", "some"))
        self.rows["protocol"].setVisible(step.kind == "protocol")
        self.rows["instead"].setVisible(step.silent is not None or bool(step.instead))


class LoopForm(Form):
    """How often some steps are run again."""

    def __init__(self) -> None:
        super().__init__()
        self.put(
            self.line("title", field_word("title")),
            self.choice("repeat.over", field_word("repeat"), loop_words()),
        )
        self.put(
            self.lines("repeat.prompts", field_word("prompts"), lines_of, "\n".join, tr("A line for each."))
        )
        self.put_beside(
            self.number("repeat.count", tr("Usually"), 1, MOST_TURNS, _times),
            self.number("repeat.change_over", tr("To change places"), 0, LONGEST_STEP, _minutes),
            self.line("repeat.called", tr("Each is called"), placeholder=tr("room")),
        )
        self.put(self.text("say", field_word("say"), lines=1), self.text("do", field_word("do"), lines=1))

    def show_step(self, step: Step, protocol: Protocol) -> None:
        """Show how often the steps are run; what is being typed is left alone."""
        repeat = step.repeat
        assert repeat is not None
        self.show_values(
            {
                "title": step.title,
                "say": step.say,
                "do": step.do,
                "repeat.over": repeat.over,
                "repeat.called": repeat.called,
                "repeat.prompts": repeat.prompts,
                "repeat.count": repeat.count,
                "repeat.change_over": repeat.change_over,
            }
        )
        self.rows["repeat.prompts"].setVisible(repeat.over == "prompts")
        everyone = repeat.over == "presenters" and protocol.presenter == "everyone"
        self.rows["repeat.count"].setVisible(repeat.over in _COUNTED and not everyone)
