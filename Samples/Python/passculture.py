# passculture — partner kit for the pass Culture
# SPDX-License-Identifier: Apache-2.0
"""The pass Culture for a till in Python: libpassculture through ctypes, and nothing else.

    import passculture

    with passculture.Till(email="caisse@librairie.example", password=password,
                          environment="integration", outbox="/var/lib/caisse/passculture.db") as till:
        check = till.check("ly sy-u9")                # vérifier: changes nothing
        print(check.cashier)                          # "Contremarque valable : remettez, puis validez."
        if check.is_valid:
            validation = till.validate("ly sy-u9")    # valider: once, never again by itself
            print(validation.cashier)

A refusal is a value with a reason. An exception, `Fault`, says that there is no answer; after a `validate` that raised
one nothing was sent. A validation whose answer was lost is a value too: `validation.outcome is Outcome.UNKNOWN`.

Amounts are in cents, times are aware datetimes in UTC. A `Till` may be used by several threads at once. A call waits
without holding the interpreter's lock. Copy this file; it needs Python 3.9 or newer and libpassculture.so.1.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import datetime
import enum
import os
from dataclasses import dataclass
from typing import List, Optional

__all__ = ["Attempt", "Check", "Fault", "Kind", "Outcome", "Reconciliation", "Till", "Validation", "version"]

_ABI_VERSION = 1
_NO_TIME = -(2**63)
_ENVIRONMENTS = {"integration": 1, "production": 2}
_CLEAR_TEXT, _SHARED_LEDGER, _AGAINST_THE_GUIDE = 1, 2, 4


class Outcome(enum.IntEnum):
    """What became of a question. Only VALIDATED is a final receipt. REVERSED: taken back, or the booking cancelled."""

    NONE = 0
    VALID = 1
    REFUSED = 2
    VALIDATED = 3
    PROVISIONAL = 4
    PROBABLE = 5
    UNKNOWN = 6
    REVERSED = 7


class Kind(enum.IntEnum):
    """What is sold: the guide says of each when it may be validated later."""

    CINEMA = 1
    BOOK = 2
    SHOW = 3
    PRACTICE = 4
    DIGITAL = 5


class Fault(Exception):
    """No answer: the question could not be put, or nothing came back. Asking again is harmless."""

    def __init__(self, error: "_Error"):
        self.status: int = error.status
        self.code: str = _text(error.code)
        self.detail: str = _text(error.detail)
        self.cashier: str = _text(error.cashier_fr)
        self.cashier_english: str = _text(error.cashier_en)
        self.http_status: Optional[int] = error.http_status or None
        self.nothing_was_sent: bool = bool(error.nothing_was_sent)
        super().__init__(f"{self.code}: {self.detail}" if self.detail else self.code)


@dataclass(frozen=True)
class Check:
    """What the platform says of a countermark that was checked. About a person: show it, and store nothing of it."""

    outcome: Outcome
    cashier: str
    cashier_english: str
    reason: Optional[str]
    http_status: Optional[int]
    offer_name: Optional[str]
    user_name: Optional[str]
    user_email: Optional[str]
    phone_number: Optional[str]
    booking_id: Optional[str]
    department: Optional[str]
    begins_at: Optional[datetime.datetime]
    begins_at_french: Optional[str]
    date_of_birth: Optional[datetime.datetime]
    quantity: Optional[int]
    price_cents: Optional[int]
    confirmed_from: Optional[datetime.datetime]

    @property
    def is_valid(self) -> bool:
        """Whether the platform itself said that it can be validated."""
        return self.outcome is Outcome.VALID

    def __repr__(self) -> str:
        return f"Check({self.outcome.name}, reason={self.reason!r}, offer_name={self.offer_name!r})"


@dataclass(frozen=True)
class Validation:
    """What became of a countermark that was to be validated."""

    outcome: Outcome
    cashier: str
    cashier_english: str
    reason: Optional[str]
    http_status: Optional[int]
    attempt: Optional[str]
    since: Optional[datetime.datetime]
    not_before: Optional[datetime.datetime]
    other_till_possible: bool
    other_desk_possible: bool
    service_possible: bool

    @property
    def is_final(self) -> bool:
        """Whether a final receipt may be printed."""
        return self.outcome is Outcome.VALIDATED


@dataclass(frozen=True)
class Attempt:
    """A validation in the outbox that is not closed."""

    outcome: Outcome
    attempt: str
    countermark: Optional[str]
    kind: Optional[Kind]
    amount_cents: Optional[int]
    planned_at: Optional[datetime.datetime]
    sent_at: Optional[datetime.datetime]
    not_before: Optional[datetime.datetime]

    def __repr__(self) -> str:
        return f"Attempt({self.attempt}, {self.outcome.name})"


@dataclass(frozen=True)
class Reconciliation:
    """What a reconciliation closed (validated, refused) and what is open after it.

    stopped_by is None if it went through, else the status that stopped it, such as 20 or 22 when the line is still down;
    or that of the first attempt that was passed over, as no answer about it came.
    """

    stopped_by: Optional[int]
    validated: int
    refused: int
    waiting: int
    probable: int
    unknown: int
    held: int
    other_venue: int


class Till:
    """A till: opened once, kept for as long as the program runs, closed by `close` or at the end of a `with`."""

    def __init__(
        self,
        *,
        email: Optional[str] = None,
        password: Optional[str] = None,
        provider_key: Optional[str] = None,
        provider_venue: int = 0,
        department: Optional[str] = None,
        environment: Optional[str] = None,
        base_url: Optional[str] = None,
        clear_text: bool = False,
        product: Optional[str] = None,
        product_version: Optional[str] = None,
        outbox: Optional[str] = None,
        till_name: Optional[str] = None,
        venue: Optional[str] = None,
        proxy: Optional[str] = None,
        ca_file: Optional[str] = None,
        shared_ledger: bool = False,
        against_the_guide: bool = False,
        offline_count: int = 0,
        offline_hours: int = 0,
        offline_amount_cents: int = 0,
        total_deadline: float = 0,
        connect_deadline: float = 0,
    ):
        """Opens a till; sends nothing.

        With email and password it speaks the edition of 2018, with provider_key and provider_venue today's: the vendor's
        key and the number of the till's venue; department is the venue's, Paris unless told.
        environment is "integration" or "production", unless base_url names another platform. Deadlines are in seconds;
        0 takes the library's. shared_ledger declares that all tills of the venue share the outbox. Without a line,
        offline_count validations may be stored, for so many hours and cents. passculture.h says more of each.

        Close every till before os.fork(), or fork first: a child is refused an outbox that was open at the fork.

        Raises Fault when a setting cannot be used.
        """
        self._handle = ctypes.c_void_p()
        if environment is not None and environment not in _ENVIRONMENTS:
            raise ValueError(f"environment is one of {', '.join(_ENVIRONMENTS)}")
        config = _Config(size=ctypes.sizeof(_Config))
        config.environment = _ENVIRONMENTS[environment] if environment else 0
        config.base_url = _bytes(base_url)
        config.email = _bytes(email) if provider_key is None else None
        config.password = _bytes(password) if provider_key is None else None
        config.product_name = _bytes(product)
        config.product_version = _bytes(product_version)
        config.proxy = _bytes(proxy)
        config.ca_file = _bytes(ca_file)
        config.outbox_path = os.fsencode(outbox) if outbox is not None else None
        config.till_name = _bytes(till_name)
        config.venue = _bytes(venue)
        config.total_deadline_ms = _milliseconds(total_deadline)
        config.connect_deadline_ms = _milliseconds(connect_deadline)
        config.flags = (
            (_CLEAR_TEXT if clear_text else 0)
            | (_SHARED_LEDGER if shared_ledger else 0)
            | (_AGAINST_THE_GUIDE if against_the_guide else 0)
        )
        config.offline_count = offline_count
        config.offline_hours = offline_hours
        config.offline_amount_cents = offline_amount_cents
        if provider_key is None:
            _must(_library().pc_open(ctypes.byref(config), ctypes.byref(self._handle)))
        else:
            provider = _Provider(size=ctypes.sizeof(_Provider), venue=provider_venue)
            provider.key, provider.department = _bytes(provider_key), _bytes(department)
            opened = _library().pc_open_provider(
                ctypes.byref(config), ctypes.byref(provider), ctypes.byref(self._handle)
            )
            _must(opened)

    def check(self, countermark: str) -> Check:
        """Checks (vérifier) a countermark as typed or scanned; changes nothing."""
        result = _CheckResult(size=ctypes.sizeof(_CheckResult))
        _must(_library().pc_check(self._handle, _bytes(countermark), ctypes.byref(result)))
        return Check(
            outcome=Outcome(result.outcome),
            cashier=_text(result.cashier_fr),
            cashier_english=_text(result.cashier_en),
            reason=_optional(result.reason),
            http_status=result.http_status or None,
            offer_name=_optional(result.offer_name),
            user_name=_optional(result.user_name),
            user_email=_optional(result.user_email),
            phone_number=_optional(result.phone_number),
            booking_id=_optional(result.booking_id),
            department=_optional(result.department),
            begins_at=_time(result.begins_at),
            begins_at_french=_optional(result.begins_at_fr),
            date_of_birth=_time(result.date_of_birth),
            quantity=result.quantity or None,
            price_cents=result.price_cents if result.price_cents >= 0 else None,
            confirmed_from=_time(result.confirmed_from),
        )

    def validate(
        self,
        countermark: str,
        *,
        kind: Optional[Kind] = None,
        amount_cents: int = 0,
    ) -> Validation:
        """Validates (valider) a countermark: the booking is used. With a provider_key, `undo` takes it back.

        Raises Fault only when nothing was sent.
        """
        return self._validate("pc_validate", countermark, kind, amount_cents, None)

    def validate_later(
        self,
        countermark: str,
        kind: Kind,
        *,
        amount_cents: int = 0,
        begins_at: Optional[datetime.datetime] = None,
    ) -> Validation:
        """Stores a validation that `reconcile` sends. Needs an outbox; sends nothing."""
        return self._validate("pc_validate_later", countermark, kind, amount_cents, begins_at)

    def undo(self, countermark: str, person: str) -> Validation:
        """Takes a validation back: REVERSED, REFUSED or UNKNOWN. person was asked first and said yes. Needs an outbox
        and a provider_key."""
        return self._reverse("pc_undo", countermark, person)

    def cancel(self, countermark: str, person: str) -> Validation:
        """Cancels a booking that is not validated, and nothing brings it back; the rest is as with `undo`."""
        return self._reverse("pc_cancel", countermark, person)

    def pending(self) -> List[Attempt]:
        """What is not closed, oldest first."""
        count = ctypes.c_uint32()
        capacity = 0
        while True:
            attempts = (_Attempt * capacity)()
            _must(
                _library().pc_pending(
                    self._handle, attempts if capacity else None, ctypes.sizeof(_Attempt), capacity, ctypes.byref(count)
                )
            )
            if count.value <= capacity:
                return [_attempt(attempts[index]) for index in range(count.value)]
            capacity = count.value

    def reconcile(self) -> Reconciliation:
        """Sends what is stored and due, in order, and reads back what was lost. May take a while."""
        result = _Reconciliation(size=ctypes.sizeof(_Reconciliation))
        _must(_library().pc_reconcile(self._handle, ctypes.byref(result)))
        return Reconciliation(
            stopped_by=result.stopped_by or None,
            validated=result.validated,
            refused=result.refused,
            waiting=result.waiting,
            probable=result.probable,
            unknown=result.unknown,
            held=result.held,
            other_venue=result.other_venue,
        )

    def confirm(self, attempt: str, person: str) -> Validation:
        """Raises what is probable or unknown to validated: somebody found it on the Réservations screen."""
        result = _Validation(size=ctypes.sizeof(_Validation))
        _must(_library().pc_confirm(self._handle, _bytes(attempt), _bytes(person), ctypes.byref(result)))
        return _validation(result)

    def abandon(self, attempt: str, person: str) -> None:
        """Gives up what waits, or what somebody found not to have taken place."""
        _must(_library().pc_abandon(self._handle, _bytes(attempt), _bytes(person)))

    def close(self) -> None:
        """Closes the till; closing it twice is nothing. Calls in other threads end as they would have."""
        if self._handle:
            handle, self._handle = self._handle, ctypes.c_void_p()
            _must(_library().pc_close(handle))

    def __enter__(self) -> "Till":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reverse(self, function, countermark, person) -> Validation:
        result = _Validation(size=ctypes.sizeof(_Validation))
        call = getattr(_library(), function)
        _must(call(self._handle, _bytes(countermark), _bytes(person), ctypes.byref(result)))
        return _validation(result)

    def _validate(self, function, countermark, kind, amount_cents, begins_at) -> Validation:
        sale = _Sale(size=ctypes.sizeof(_Sale))
        sale.kind = int(kind) if kind is not None else 0
        sale.amount_cents = amount_cents
        sale.begins_at = _microseconds(begins_at)
        result = _Validation(size=ctypes.sizeof(_Validation))
        call = getattr(_library(), function)
        _must(call(self._handle, _bytes(countermark), ctypes.byref(sale), ctypes.byref(result)))
        return _validation(result)


def version() -> str:
    """The version of the library."""
    return _library().pc_version().decode()


# What follows is passculture.h in ctypes' words.

_int32, _uint32, _int64, _pointer = ctypes.c_int32, ctypes.c_uint32, ctypes.c_int64, ctypes.c_void_p


class _Config(ctypes.Structure):
    _fields_ = (
        [("size", _uint32), ("environment", _int32)]
        + [
            (name, ctypes.c_char_p)
            for name in (
                "base_url", "email", "password", "product_name", "product_version", "proxy", "ca_file", "outbox_path",
                "till_name", "venue",
            )
        ]
        + [
            (name, _uint32)
            for name in (
                "total_deadline_ms", "connect_deadline_ms", "flags", "offline_count", "offline_hours", "reserved",
            )
        ]
        + [("offline_amount_cents", _int64)]
    )


class _Provider(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("reserved", _uint32),
        ("venue", _int64),
        ("key", ctypes.c_char_p),
        ("department", ctypes.c_char_p),
    ]


class _CheckResult(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("outcome", _int32),
        ("http_status", _int32),
        ("reserved", _uint32),
        ("begins_at", _int64),
        ("date_of_birth", _int64),
        ("reason", ctypes.c_char * 64),
        ("cashier_fr", ctypes.c_char * 512),
        ("cashier_en", ctypes.c_char * 512),
        ("offer_name", ctypes.c_char * 256),
        ("user_name", ctypes.c_char * 256),
        ("user_email", ctypes.c_char * 256),
        ("phone_number", ctypes.c_char * 64),
        ("booking_id", ctypes.c_char * 64),
        ("department", ctypes.c_char * 16),
        ("begins_at_fr", ctypes.c_char * 64),
        ("quantity", _int32),
        ("reserved_2", _int32),
        ("price_cents", _int64),
        ("confirmed_from", _int64),
    ]


class _Sale(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("kind", _int32),
        ("amount_cents", _int64),
        ("begins_at", _int64),
    ]


class _Validation(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("outcome", _int32),
        ("http_status", _int32),
        ("others", _uint32),
        ("since", _int64),
        ("not_before", _int64),
        ("attempt", ctypes.c_char * 32),
        ("reason", ctypes.c_char * 64),
        ("cashier_fr", ctypes.c_char * 512),
        ("cashier_en", ctypes.c_char * 512),
    ]


class _Attempt(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("outcome", _int32),
        ("planned_at", _int64),
        ("sent_at", _int64),
        ("not_before", _int64),
        ("amount_cents", _int64),
        ("kind", _int32),
        ("reserved", _uint32),
        ("attempt", ctypes.c_char * 32),
        ("countermark", ctypes.c_char * 16),
    ]


class _Reconciliation(ctypes.Structure):
    _fields_ = [("size", _uint32), ("stopped_by", _int32)] + [
        (name, _uint32) for name in ("validated", "refused", "waiting", "probable", "unknown", "held", "other_venue")
    ]


class _Error(ctypes.Structure):
    _fields_ = [
        ("size", _uint32),
        ("status", _int32),
        ("http_status", _int32),
        ("nothing_was_sent", _int32),
        ("code", ctypes.c_char * 64),
        ("detail", ctypes.c_char * 512),
        ("cashier_fr", ctypes.c_char * 512),
        ("cashier_en", ctypes.c_char * 512),
    ]


_loaded: Optional[ctypes.CDLL] = None


def _library() -> ctypes.CDLL:
    """The library, loaded at the first use: the one that PASSCULTURE_LIBRARY names, or the installed one."""
    global _loaded
    if _loaded is None:
        library = ctypes.CDLL(os.environ.get("PASSCULTURE_LIBRARY", "libpassculture.so.1"))
        till, text = _pointer, ctypes.c_char_p
        for name, arguments in {
            "pc_open": [ctypes.POINTER(_Config), ctypes.POINTER(ctypes.c_void_p)],
            "pc_open_provider": [
                ctypes.POINTER(_Config), ctypes.POINTER(_Provider), ctypes.POINTER(ctypes.c_void_p),
            ],
            "pc_close": [till],
            "pc_check": [till, text, ctypes.POINTER(_CheckResult)],
            "pc_validate": [till, text, ctypes.POINTER(_Sale), ctypes.POINTER(_Validation)],
            "pc_validate_later": [till, text, ctypes.POINTER(_Sale), ctypes.POINTER(_Validation)],
            "pc_undo": [till, text, text, ctypes.POINTER(_Validation)],
            "pc_cancel": [till, text, text, ctypes.POINTER(_Validation)],
            "pc_pending": [till, ctypes.POINTER(_Attempt), _uint32, _uint32, ctypes.POINTER(_uint32)],
            "pc_reconcile": [till, ctypes.POINTER(_Reconciliation)],
            "pc_confirm": [till, text, text, ctypes.POINTER(_Validation)],
            "pc_abandon": [till, text, text],
            "pc_last_error": [ctypes.POINTER(_Error)],
            "pc_abi_version": [],
        }.items():
            function = getattr(library, name)
            function.argtypes, function.restype = arguments, _int32
        library.pc_version.argtypes, library.pc_version.restype = [], ctypes.c_char_p
        if library.pc_abi_version() < _ABI_VERSION:
            raise ImportError("this libpassculture is older than the module")
        _loaded = library
    return _loaded


def _must(status: int) -> None:
    if status != 0:
        error = _Error(size=ctypes.sizeof(_Error))
        _library().pc_last_error(ctypes.byref(error))
        raise Fault(error)


def _validation(result: _Validation) -> Validation:
    return Validation(
        outcome=Outcome(result.outcome),
        cashier=_text(result.cashier_fr),
        cashier_english=_text(result.cashier_en),
        reason=_optional(result.reason),
        http_status=result.http_status or None,
        attempt=_optional(result.attempt),
        since=_time(result.since),
        not_before=_time(result.not_before),
        other_till_possible=bool(result.others & 1),
        other_desk_possible=bool(result.others & 2),
        service_possible=bool(result.others & 4),
    )


def _attempt(row: _Attempt) -> Attempt:
    return Attempt(
        outcome=Outcome(row.outcome),
        attempt=_text(row.attempt),
        countermark=_optional(row.countermark),
        kind=Kind(row.kind) if row.kind else None,
        amount_cents=row.amount_cents or None,
        planned_at=_time(row.planned_at),
        sent_at=_time(row.sent_at),
        not_before=_time(row.not_before),
    )


def _bytes(text: Optional[str]) -> Optional[bytes]:
    if text is None:
        return None
    if "\0" in text:
        raise ValueError("a text holds a zero character")
    return text.encode("utf-8", "surrogatepass")


def _text(value: bytes) -> str:
    return value.decode("utf-8")


def _optional(value: bytes) -> Optional[str]:
    return _text(value) or None


def _time(microseconds: int) -> Optional[datetime.datetime]:
    if microseconds == _NO_TIME:
        return None
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return epoch + datetime.timedelta(microseconds=microseconds)


def _microseconds(time: Optional[datetime.datetime]) -> int:
    if time is None:
        return _NO_TIME
    if time.tzinfo is None:
        raise ValueError("a datetime needs its time zone")
    return (time - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)


def _milliseconds(seconds: float) -> int:
    if not 0 <= seconds <= 4_000_000:
        raise ValueError("a deadline is between 0 and 4,000,000 seconds")
    return max(1, round(seconds * 1000)) if seconds else 0
