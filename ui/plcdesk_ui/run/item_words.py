"""What to say and what to do in items that run no protocol, in our own words."""

from plcdesk.planning.infos import ItemInfo
from plcdesk.text import tr


def item_say(item: ItemInfo) -> str:
    """A sentence to read aloud when the item begins."""
    sentences = {
        "opening": tr("Welcome. Let us look at our norms and choose the one we watch today."),
        "topic": tr("What do we need to understand about this, and what would help us to move on?"),
        "decision": tr("What exactly are we deciding, who is it for, and from when?"),
        "news": tr("Short news only. What needs a talk goes to the parking lot."),
        "wrap_up": tr("Let us read back what we agreed, and see what is still open."),
        "protocol": tr("We use a protocol now. It tells us who speaks, and when."),
    }
    return sentences.get(item.kind, sentences["topic"])


def item_do(item: ItemInfo) -> str:
    """What the facilitator does meanwhile."""
    sentences = {
        "opening": tr("Go through the actions that are due: done, not yet, or drop."),
        "topic": tr("Hear everyone once before anyone twice. Write decisions and actions as they come."),
        "decision": tr("Say the proposal back in one sentence, then ask for fingers, one to five."),
        "news": tr("One minute each. Write down only what somebody must remember."),
        "wrap_up": tr("Open the wrap-up: it leads you through in order."),
        "protocol": tr("Keep to the steps, also when it feels slow."),
    }
    return sentences.get(item.kind, sentences["topic"])
