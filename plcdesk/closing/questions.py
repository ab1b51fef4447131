"""What is asked at the end of a meeting: the team's norms, or an exit feedback form."""

from plcdesk.closing.anonymous import FEW, Asked
from plcdesk.library.forms import FeedbackForm
from plcdesk.planning.infos import TeamInfo


def norm_questions(team: TeamInfo) -> tuple[Asked, ...]:
    """Each norm of the team, to be rated from 1 to 5."""
    return tuple(Asked(norm.id, norm.text, "rating") for norm in team.active_norms)


def form_questions(form: FeedbackForm) -> tuple[Asked, ...]:
    """The questions of a form. Their keys count from 1, so that a form may word them better later."""
    return tuple(
        Asked(f"{form.id}-{number}", question.text, question.kind)
        for number, question in enumerate(form.questions, 1)
    )


def to_be_passed(questions: tuple[Asked, ...], people: int) -> tuple[Asked, ...]:
    """What may be asked when the laptop goes round: among few people lines could be told apart, so no words."""
    return tuple(asked for asked in questions if asked.is_number or people >= FEW)
