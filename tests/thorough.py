"""Whether the long tests are wanted: `PLCDESK_THOROUGH=1` tries all that the usual run tries a part of."""

import os

THOROUGH = bool(os.environ.get("PLCDESK_THOROUGH"))
