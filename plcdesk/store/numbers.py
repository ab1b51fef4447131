"""The two numbers in a workspace's header: that it is ours, and the version of its tables."""

APPLICATION_ID = 0x504C4344  # 'PLCD'
SCHEMA = 2  # tied to the head of the migrations by a test
