"""The screens of PLC Desk."""
