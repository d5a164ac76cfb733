"""Making a failing input smaller: stretches of it are left out, halves first, for as long as it still fails."""
import time

SECONDS = 120


def shrunk(question, fails, seconds=SECONDS):
    """`question` is a head line and a text; only the text shrinks. As it is where it does not fail a second time."""
    head, end, text = question.partition(b"\n")
    until = time.monotonic() + seconds
    if not fails(question):
        return question
    size = len(text) // 2
    while size > 0:
        at = 0
        while at < len(text) and time.monotonic() < until:
            less = text[:at] + text[at + size:]
            if fails(head + end + less):
                text = less
            else:
                at += size
        size //= 2
    return head + end + text
