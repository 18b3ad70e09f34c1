# passculture — partner kit for the pass Culture
# SPDX-License-Identifier: Apache-2.0
#
# For scripts that try a till, to be sourced: a platform with a bookshop, of its own and on a free port.
# shellcheck shell=bash

demo_shop=

# open_demo_shop PROGRAM FOLDER: starts `PROGRAM mock --demo`; sets PASSCULTURE_URL, _EMAIL and _PASSWORD for programs started
# afterwards, and `countermarks` to those that are valid for the bookshop.
open_demo_shop() {
    rm -f "$2/ready"
    "$1" mock --demo --port 0 --json --ready-file "$2/ready" >"$2/shop" 2>"$2/shop-errors" &
    demo_shop=$!
    for _ in {1..200}; do
        [[ -s $2/ready ]] && break
        kill -0 "$demo_shop" 2>/dev/null || { cat "$2/shop-errors" >&2; return 1; }
        sleep 0.05
    done
    PASSCULTURE_URL=$(sed -n 's/.*"base":"\([^"]*\)".*/\1/p' "$2/shop")
    PASSCULTURE_EMAIL=$(sed -n 's/.*"id":"partner"[^}]*},*"email":"\([^"]*\)".*/\1/p' "$2/shop")
    PASSCULTURE_PASSWORD=$(sed -n 's/.*"id":"partner"[^}]*},*"email":"[^"]*","password":"\([^"]*\)".*/\1/p' "$2/shop")
    export PASSCULTURE_URL PASSCULTURE_EMAIL PASSCULTURE_PASSWORD
    # Without the one of another bookshop, which comes last.
    # shellcheck disable=SC2034
    mapfile -t countermarks < <(grep -o '"countermark":"[A-Z0-9]*","standing":"valid"' "$2/shop" | cut -d'"' -f4 | head -n -1)
    [[ -n $PASSCULTURE_URL && -n $PASSCULTURE_EMAIL && ${#countermarks[@]} -ge 3 ]] ||
        { echo "the demo shop said something unexpected: $(cat "$2/shop")" >&2; return 1; }
}

# Ends the platform, if there is one.
close_demo_shop() {
    [[ -n $demo_shop ]] || return 0
    kill "$demo_shop" 2>/dev/null || true
    wait "$demo_shop" 2>/dev/null || true
    demo_shop=
}
