# passculture — partner kit for the pass Culture
# SPDX-License-Identifier: Apache-2.0
"""What schemathesis is told of the platform beyond its document, so that its requests reach something.

Half of the identifiers that it makes up become those of the first records, half of the countermarks those of the demonstration,
chosen by the text made up, so that a seed still gives the same requests. And the account of the run keeps its address: with another
one nobody would be signed in from there on.
"""

import os
import re
import zlib

import schemathesis

IDENTIFIER = re.compile(r"[A-Z2-9]*=*")
KNOWN = ["AE", "A9", "AM", "AQ", "AU", "AY", "A4", "BA", "BE", "B9"]
COUNTERMARKS = os.environ.get("CONTRACT_FUZZ_COUNTERMARKS", "").split()


def reaching(name, value):
    """The value to send in the place of one made up."""
    if not isinstance(value, str):
        return value
    drawn = zlib.crc32(f"{name} {value}".encode("utf-8", "surrogatepass"))
    if drawn % 2:
        return value
    if name == "token" and COUNTERMARKS:
        return COUNTERMARKS[drawn // 2 % len(COUNTERMARKS)]
    if (name == "id" or name.endswith(("Id", "_id"))) and IDENTIFIER.fullmatch(value):
        return KNOWN[drawn // 2 % len(KNOWN)]
    return value


def reaching_all(fields):
    if not isinstance(fields, dict):
        return fields
    return {name: reaching(name, value) for name, value in fields.items()}


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return reaching_all(path_parameters)


@schemathesis.hook
def map_query(context, query):
    return reaching_all(query)


def vanishes(value):
    """Whether a form has no way to carry the value: a list or an object without anything in it leaves no field behind."""
    if isinstance(value, dict):
        return all(vanishes(element) for element in value.values())
    return isinstance(value, list) and all(vanishes(element) for element in value)


@schemathesis.hook
def filter_body(context, body):
    # Sent without the field, the form is a good one, and its acceptance would count as a mistake.
    is_form = context.operation.label == "POST /mediations"
    return not (is_form and isinstance(body, dict) and any(vanishes(value) for value in body.values()))


@schemathesis.hook
def before_call(context, case, kwargs):
    # Without an Origin, a method that a path does not have is 400, even where its own methods need none (contract 2018-12 §1.4):
    # with one it is the 405 that the check wants to see. The control API wants none at all.
    is_control = case.operation.path.startswith("/_control")
    if case.method.upper() != case.operation.method.upper() and not is_control:
        case.headers["Origin"] = "https://pro.passculture-integration.beta.gouv.fr"


@schemathesis.hook
def map_body(context, body):
    if isinstance(body, dict) and context.operation.label == "PATCH /users/current" and isinstance(body.get("email"), str):
        body = {name: value for name, value in body.items() if name != "email"}
    return reaching_all(body)
