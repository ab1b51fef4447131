"""The protocols that are shipped, read once for all tests that only read them."""

from plcdesk import paths
from plcdesk.library.catalogue import Catalogue

SHIPPED = Catalogue([paths.protocols()])
