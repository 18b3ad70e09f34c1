#!/usr/bin/env python3
# passculture — partner kit for the pass Culture
# SPDX-License-Identifier: Apache-2.0
"""A till with a "pass Culture" button: for each countermark it checks, has the good handed over, and validates.

    PASSCULTURE_URL=http://127.0.0.1:8080 PASSCULTURE_EMAIL=… PASSCULTURE_PASSWORD=… till.py [--yes] [COUNTERMARK …]

One line more, PASSCULTURE_KEY=…, and it speaks today's edition, for the venue whose number is in PASSCULTURE_VENUE.

Without a countermark it reads one a line, as a barcode reader types them. --yes says that everything valid is handed
over, and asks nothing. The exit status is that of the worst ending: 0 validated, 1 not validated, 2 not asked, 3 unknown.
"""

import os
import re
import sys

import passculture
from passculture import Outcome

VALIDATED, NOT_VALIDATED, NOT_ASKED, UNKNOWN = range(4)
FRENCH = os.environ.get("LANG", "").startswith("fr")
# What steers a terminal, ends a line or turns the direction of writing.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")


def say(answer) -> None:
    print(answer.cashier if FRENCH else answer.cashier_english, flush=True)


def plain(text: str) -> str:
    """Text that somebody has typed, made fit for a screen."""
    return STEERING.sub("\ufffd", text)


def hand_over(check: passculture.Check, without_asking: bool) -> bool:
    offer, user = plain(check.offer_name or "-"), plain(check.user_name or "-")
    print("   ", offer, check.begins_at_french or "", user, sep="  ")
    if without_asking:
        return True
    print("Remis ? (o/n)" if FRENCH else "Handed over? (y/n)", flush=True)
    return sys.stdin.readline().strip().lower() in ("o", "oui", "y", "yes")


def serve(till: passculture.Till, countermark: str, without_asking: bool) -> int:
    try:
        check = till.check(countermark)
        say(check)
        if check.outcome is Outcome.REFUSED or not hand_over(check, without_asking):
            return NOT_VALIDATED
        validation = till.validate(countermark)
        say(validation)
    except passculture.Fault as fault:
        say(fault)
        print(f"till: {fault}", file=sys.stderr)
        return NOT_ASKED
    return {Outcome.VALIDATED: VALIDATED, Outcome.REFUSED: NOT_VALIDATED}.get(validation.outcome, UNKNOWN)


def main() -> int:
    url = os.environ.get("PASSCULTURE_URL")
    countermarks = [argument for argument in sys.argv[1:] if argument != "--yes"]
    try:
        till = passculture.Till(
            email=os.environ.get("PASSCULTURE_EMAIL", ""),
            password=os.environ.get("PASSCULTURE_PASSWORD", ""),
            # The one line that decides which edition it speaks: with a key it is today's.
            provider_key=os.environ.get("PASSCULTURE_KEY") or None,
            provider_venue=int(os.environ.get("PASSCULTURE_VENUE") or 0),
            base_url=url,
            environment=None if url else "integration",
            outbox=os.environ.get("PASSCULTURE_OUTBOX") or None,
            product="Till-in-Python",
            product_version="1.0",
        )
    except passculture.Fault as fault:
        say(fault)
        print(f"till: {fault}", file=sys.stderr)
        return NOT_ASKED
    with till:
        if os.environ.get("PASSCULTURE_OUTBOX"):
            print(f"till: outbox: {till.reconcile()}", file=sys.stderr)
        return max((serve(till, code, "--yes" in sys.argv) for code in countermarks or sys.stdin), default=VALIDATED)


if __name__ == "__main__":
    sys.exit(main())
