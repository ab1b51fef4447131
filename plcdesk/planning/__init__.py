"""Teams, meetings and agendas before they happen."""
