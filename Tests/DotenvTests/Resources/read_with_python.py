"""Answers each record of standard input with what python-dotenv makes of it; -1 where it fails.

A record is a length, a line end, and as many bytes; an answer is a count, and for each variable its name and its value as
such records.
"""
import io
import logging
import sys

from dotenv.main import DotEnv

logging.disable(logging.CRITICAL)
source, target = sys.stdin.buffer, sys.stdout.buffer
while line := source.readline():
    # As a file is opened: UTF-8, and every line end is LF.
    stream = io.TextIOWrapper(io.BytesIO(source.read(int(line))), encoding="utf-8")
    try:
        variables = DotEnv(dotenv_path=None, stream=stream, override=False).dict()
    except UnicodeDecodeError:
        target.write(b"-1\n")
        continue
    set_ones = {name: value for name, value in variables.items() if value is not None}
    target.write(b"%d\n" % len(set_ones))
    for text in (text for pair in set_ones.items() for text in pair):
        encoded = text.encode()
        target.write(b"%d\n%s" % (len(encoded), encoded))
