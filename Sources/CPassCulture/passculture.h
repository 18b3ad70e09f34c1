/* passculture — partner kit for the pass Culture
 * SPDX-License-Identifier: Apache-2.0
 *
 * The C interface of libpassculture: what a till (logiciel de caisse) needs to check and to validate countermarks.
 *
 *     pc_config config = {0};
 *     config.size = sizeof config;
 *     config.environment = PC_INTEGRATION;
 *     config.email = "caisse@librairie.example";
 *     config.password = password;
 *     config.outbox_path = "/var/lib/caisse/passculture.db";
 *
 *     pc_till *till = NULL;
 *     if (pc_open(&config, &till) != PC_OK) { ... pc_last_error(&error) says why ... }
 *
 *     pc_check_result check = {0};
 *     check.size = sizeof check;
 *     if (pc_check(till, "ly sy-u9", &check) == PC_OK) puts(check.cashier_fr);
 *
 *     pc_validation validation = {0};
 *     validation.size = sizeof validation;
 *     if (pc_validate(till, "ly sy-u9", NULL, &validation) == PC_OK) puts(validation.cashier_fr);
 *
 *     pc_close(till);
 *
 * Check (vérifier) is not validate (valider): a check changes nothing and may be repeated; a validation uses the booking
 * up and is accepted once. Only pc_undo takes it back, in today's edition and on a person's word.
 *
 * Status and outcome. Every function gives a status. PC_OK means that there is an answer, and the outcome in the struct
 * says which; a refusal is an answer. Any other status means that there is none; pc_last_error tells more. After a
 * pc_validate that did not give PC_OK no validation was sent, and trying again is safe. A validation that may have been sent
 * always gives PC_OK, and the outcome PC_UNKNOWN if its answer was lost.
 *
 * Structs. Set the first field, size, to sizeof the struct, and all that you do not use to zero; a later version of the
 * library then knows what you have. All memory is yours: the library keeps no pointer of yours after a call, and there is
 * nothing to free but the till itself, with pc_close. Where a function fails, the outcome in your struct is PC_NONE.
 *
 * Text is UTF-8 and ends with a zero byte, both ways. What is longer than its place is cut, and never inside a
 * character. Sentences for the cashier come in French (cashier_fr, as partners say it; show it as it is) and in English.
 *
 * Time is counted in microseconds since 1970-01-01T00:00:00Z, money in cents (euro), deadlines in milliseconds.
 *
 * Threads. Each function says its rules. In short: one till may be used by any number of threads at once, a call works on
 * the thread that makes it, and pc_last_error speaks of the calling thread.
 *
 * fork(). Close every till before it, or fork first and open tills afterwards, or exec a program in the child. A till of the
 * parent's gives PC_BAD_HANDLE in the child, and pc_open gives PC_OUTBOX_FAILED there for an outbox that the parent had open
 * at the fork: on a file opened twice like that, SQLite holds no lock, and validations would be lost. What the parent had
 * under way counts as under way until such a child ends or execs, even if the parent is gone.
 *
 * Nothing is thrown and nothing jumps out of the library. NULL, text that is no UTF-8, a wrong size or a till that was
 * closed give a status. What no library can survive are pointers that point nowhere, and the end of all memory.
 */
#ifndef PASSCULTURE_H
#define PASSCULTURE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. It grows by new functions and by new fields at the end of structs, which leave the
 * number as it is; what worked goes on working. pc_abi_version() gives the library's. */
#define PC_ABI_VERSION 1

/* "No such time", in every field that holds one. */
#define PC_NO_TIME INT64_MIN

/* ---------------------------------------------------------------------------------------------------------- statuses */

/* There is an answer: read the outcome. */
#define PC_OK 0

/* Your program. Nothing was sent. */
#define PC_BAD_ARGUMENT 1  /* NULL where something is needed, or a number that means nothing */
#define PC_BAD_SIZE 2      /* size is 0 or not that of this struct; or you set a field that this library does not know */
#define PC_BAD_TEXT 3      /* no UTF-8, or too long */
#define PC_BAD_HANDLE 4    /* no till, a closed one, or one of the process that forked this one */
#define PC_BAD_CONFIG 5    /* an address, a log-in or a file that cannot be used as it is */
#define PC_NO_OUTBOX 6     /* this needs an outbox, and the till was opened without */
#define PC_NOT_IN_EDITION 7 /* only a till of pc_open_provider can do this */

/* The cashier. Nothing was sent. */
#define PC_BAD_COUNTERMARK 10 /* what was typed does not leave six letters or digits */
#define PC_NOT_LATER 11       /* this may not be validated later: books and digital never, shows not after they began */
#define PC_LIMIT_REACHED 12   /* as much as may wait is waiting already */
#define PC_ALREADY_TAKEN 13   /* the outbox has it open, confirmed or being taken back, or the day list used: hand nothing over */
#define PC_TIME_NEEDED 17     /* pc_validate_later: of a show or a session, say in begins_at when it begins */

/* Deciding by hand, and taking back. */
#define PC_NO_SUCH_ATTEMPT 14 /* the outbox has no attempt of that number */
#define PC_WRONG_STATE 15     /* it is closed, being sent or taken back, or (pc_confirm) not sent yet; cashier_fr says which */
#define PC_UNDER_WAY 16       /* pc_undo, pc_cancel: it is being sent or taken back at this moment: wait, then check */

/* The machine and the network. After pc_validate no validation was sent; after pc_check asking again is harmless. */
#define PC_NEVER_SENT 20        /* name not found, nobody listens, or no secure connection */
#define PC_OUTBOX_FAILED 21     /* the outbox cannot be read or written: full, read-only, damaged, open at a fork(); nothing was sent */
#define PC_SERVICE_DOWN 22      /* the service has not answered for a while; it is asked again a little later */
#define PC_NO_ANSWER 23         /* a check was sent, and no answer came in time */
#define PC_UNEXPECTED_STATUS 24 /* a check was answered by a status that says nothing about the countermark */
#define PC_UNREADABLE_ANSWER 25 /* a check was answered by something that is not the pass Culture */
#define PC_CANCELLED 26         /* the request was abandoned before it was sent */
#define PC_TOO_MANY_REQUESTS 27 /* the vendor's key was used too often; nothing was done: try again in a minute */
#define PC_NOT_ACCEPTED 28      /* pc_reconcile: the log-in or the key was refused, or something in between answered */

/* A call that came to you. */
#define PC_BAD_SIGNATURE 30 /* it is not known to come from pass Culture: answer 401, store nothing; pc_last_error says why */

/* Anything that this version of the interface has no number for; pc_last_error has its code as text. */
#define PC_FAILED 99

/* ---------------------------------------------------------------------------------------------------------- outcomes */

/* Numbers that mean the same wherever they stand: no check can be taken for a validation. */
#define PC_NONE 0        /* no answer: see the status */
#define PC_VALID 1       /* check: can be validated. Hand over, then validate. */
#define PC_REFUSED 2     /* check, validation: no, and reason says why. Hand nothing over. */
#define PC_VALIDATED 3   /* validation: done, for this very attempt. The only final receipt. */
#define PC_PROVISIONAL 4 /* check: without a line, by the day list; validation: stored in the outbox, not sent or not applied yet */
#define PC_PROBABLE 5    /* validation: sent, answer lost, and the countermark is validated now, most likely by this till */
#define PC_UNKNOWN 6     /* validation: sent, answer lost. Do not validate again; look at the Réservations screen. */
#define PC_REVERSED 7    /* pc_undo, pc_cancel: done */

/* Who else could have validated a countermark that is PC_PROBABLE: bits of pc_validation.others. */
#define PC_OTHER_TILL 1u    /* another till */
#define PC_OTHER_DESK 2u    /* somebody at the portal's desk */
#define PC_OTHER_SERVICE 4u /* the service itself */

/* ------------------------------------------------------------------------------------------------------------ opening */

/* A till. The value is a number in a pointer's clothes: pass it on, compare it, never look behind it. */
typedef struct pc_till pc_till;

#define PC_INTEGRATION 1 /* environment: the one that the pass Culture keeps for trials */
#define PC_PRODUCTION 2  /* environment: the real one, with real young people and real money */

#define PC_CLEAR_TEXT 1u        /* flag: allows http to another machine; log-ins are then readable on the network */
#define PC_SHARED_LEDGER 2u     /* flag: you declare that all tills of the venue share this outbox file. What is probable and
                                   shows no other attempt in it is then raised to validated, which is recorded; that nobody
                                   at the portal's desk did it, you answer for. */
#define PC_AGAINST_THE_GUIDE 4u /* flag: pc_validate_later takes what the guide forbids; each such attempt is marked */

/* How a till works. Every text may have up to 4096 bytes. */
typedef struct pc_config {
    uint32_t size;                /* sizeof (pc_config) */
    int32_t environment;          /* PC_INTEGRATION or PC_PRODUCTION; 0 with a base_url */
    const char *base_url;         /* another platform, such as "http://127.0.0.1:8080"; NULL with an environment */
    const char *email;            /* the partner's own pass Culture account, letter by letter; see pc_open_provider */
    const char *password;         /* its password */
    const char *product_name;     /* your product, told to the platform in User-Agent; NULL: only the library's */
    const char *product_version;  /* its version; NULL if product_name is */
    const char *proxy;            /* "http://proxy.example:3128"; "": none; NULL: what https_proxy and the like say */
    const char *ca_file;          /* certificates (PEM) to trust instead of the system's; NULL: the system's */
    const char *outbox_path;      /* the outbox's file, made if there is none; NULL: none, and a crash forgets */
    const char *till_name;        /* this till among those of the venue, for the outbox; NULL: "caisse" */
    const char *venue;            /* the venue, for the outbox's report; NULL: not named */
    uint32_t total_deadline_ms;   /* how long one call may take in all; 0: 5000. With an outbox pc_validate may take twice as long,
                                     as reading a lost answer back may take as long again; so may pc_cancel, which reads first */
    uint32_t connect_deadline_ms; /* how long connecting may take; 0: 3000 */
    uint32_t flags;               /* PC_CLEAR_TEXT ..., or 0 */
    uint32_t offline_count;       /* without a line pc_validate stores up to so many; 0: it refuses with PC_NEVER_SENT */
    uint32_t offline_hours;       /* ... while the oldest has waited no longer; 0: 24 */
    uint32_t reserved;            /* 0 */
    int64_t offline_amount_cents; /* ... and while they are worth no more together; 0: whatever they are worth */
} pc_config;

/* Opens a till. Sends nothing: a wrong log-in shows with the first question, as a refusal. Keep the till for as long as
 * the program runs: it keeps a connection warm.
 *
 * config: not NULL. till: not NULL; set to the till, or to NULL.
 * Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_TEXT, PC_BAD_CONFIG, PC_OUTBOX_FAILED, PC_FAILED.
 * Threads: any. Two tills share nothing but the outbox's file, if it is the same. In a child after fork(): see above. */
int32_t pc_open(const pc_config *config, pc_till **till);

/* As whom a till of today asks: with its vendor's key, for one venue. */
typedef struct pc_provider {
    uint32_t size;          /* sizeof (pc_provider) */
    uint32_t reserved;      /* 0 */
    int64_t venue;          /* the number of the till's venue; a countermark of another one is refused, "wrong-venue": with an
                               outbox by pc_validate too, which asks first if no pc_check at this till has; without one by
                               pc_check alone, so check before you validate, or the other venue is paid */
    const char *key;        /* the vendor's API key of that environment; it is shown nowhere */
    const char *department; /* the venue's département: "93", "2A", "974"; NULL: the time of Paris */
} pc_provider;

/* Opens a till that speaks today's edition, the public API v1: what new integrations use. pc_open opens one that speaks the
 * edition of 2018; everything else is the same, but for pc_undo and pc_cancel, which only today's has.
 *
 * config: as for pc_open, with email and password NULL. provider: not NULL. till: not NULL; set to the till, or to NULL.
 * Gives: as pc_open. Threads: as pc_open; all tills of one key share its limit, 200 calls a minute. */
int32_t pc_open_provider(const pc_config *config, const pc_provider *provider, pc_till **till);

/* Closes a till. Its number is never given again, so using it afterwards gives PC_BAD_HANDLE. Closing NULL is PC_OK.
 *
 * Gives: PC_OK, PC_BAD_HANDLE (closed already, or none).
 * Threads: any, even while other threads are inside calls with this till: these calls end as they would have. */
int32_t pc_close(pc_till *till);

/* --------------------------------------------------------------------------------------------------------- the counter */

/* What the platform says of a countermark that was checked. The fields about the booking are about a person: show what
 * the cashier must compare, and store nothing of it. Names are as somebody typed them, control characters and all: till.c of
 * the samples has a plain() for a terminal. */
typedef struct pc_check_result {
    uint32_t size;         /* sizeof (pc_check_result) */
    int32_t outcome;       /* PC_VALID, PC_REFUSED, PC_PROVISIONAL; PC_NONE if the call failed */
    int32_t http_status;   /* the status of the answer; 0 without one */
    uint32_t reserved;     /* 0 */
    int64_t begins_at;     /* when the event begins; PC_NO_TIME for what has no date, and in today's edition, which does not tell */
    int64_t date_of_birth; /* at midnight UTC; in the edition of 2018 told for activation offers only; else PC_NO_TIME */
    char reason[64];       /* PC_REFUSED: stable, such as "already-validated"; "already-taken": by the outbox, or the day list */
    char cashier_fr[512];  /* what to tell the cashier: "Contremarque déjà validée : ne remettez rien." */
    char cashier_en[512];  /* the same in English */
    char offer_name[256];  /* to compare with what is about to be handed over */
    char user_name[256];   /* to compare with an identity card */
    char user_email[256];  /* the young person's address */
    char phone_number[64]; /* in the edition of 2018 told for activation offers only */
    char booking_id[64];   /* the platform's identifier of the booking */
    char department[16];   /* the venue's département: "93", "2A"; "" for digital offers */
    char begins_at_fr[64]; /* begins_at as French people read it, on the venue's clocks: "24 décembre 2018 à 20:30" */
    /* What today's edition tells besides. Libraries that do not know these leave them as they are: zero. */
    int32_t quantity;       /* how many were booked: 1, or 2 for a duo, so hand over two; 0: not told */
    int32_t reserved_2;     /* 0 */
    int64_t price_cents;    /* the price of one; -1: not told */
    int64_t confirmed_from; /* PC_VALID: since when it can be validated and no longer be cancelled; PC_REFUSED as "too-early": from
                               when; PC_NO_TIME: not told, or no event */
} pc_check_result;

/* Checks (vérifier) a countermark; changes nothing.
 *
 * countermark: as typed, pasted or scanned, at most 256 bytes; blanks, hyphens and small letters are forgiven.
 * Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_TEXT, PC_BAD_HANDLE, PC_BAD_COUNTERMARK, or what is listed under
 * "The machine and the network".
 * Threads: any, several at once. Blocks the calling thread until the answer or the deadline. */
int32_t pc_check(pc_till *till, const char *countermark, pc_check_result *result);

#define PC_CINEMA 1   /* kind: a film; is validated after the show */
#define PC_BOOK 2     /* kind: a book; never later */
#define PC_SHOW 3     /* kind: a show; before it begins */
#define PC_PRACTICE 4 /* kind: a course or workshop (pratique artistique); before the session */
#define PC_DIGITAL 5  /* kind: a digital offer; never later */

/* What you know about the sale. All of it may be 0. */
typedef struct pc_sale {
    uint32_t size;        /* sizeof (pc_sale) */
    int32_t kind;         /* PC_CINEMA ..., as pc_pending tells it; 0: not said. pc_validate_later needs it. */
    int64_t amount_cents; /* what the booking is worth, in cents, for limits and reports; 0: not said */
    int64_t begins_at;    /* when the show or session begins, for pc_validate_later; 0 or PC_NO_TIME: not said */
} pc_sale;

/* What became of a countermark that was to be validated. */
typedef struct pc_validation {
    uint32_t size;        /* sizeof (pc_validation) */
    int32_t outcome;      /* PC_VALIDATED, PC_REFUSED, PC_PROVISIONAL, PC_PROBABLE, PC_UNKNOWN; PC_NONE: the call failed */
    int32_t http_status;  /* the status of the answer; 0 without one */
    uint32_t others;      /* PC_PROBABLE: who else could have done it, PC_OTHER_... bits; else 0 */
    int64_t since;        /* PC_UNKNOWN, PC_PROBABLE: since when; else PC_NO_TIME */
    int64_t not_before;   /* PC_PROVISIONAL: not sent before; PC_NO_TIME: by the next pc_reconcile. PC_REFUSED as "too-early":
                             from when it can be validated; PC_NO_TIME: not known */
    char attempt[32];     /* the outbox's number of it, to be printed on a receipt; "" without an outbox */
    char reason[64];      /* PC_REFUSED: stable, such as "not-yours"; PC_UNKNOWN: how the answer was lost; PC_PROVISIONAL: why
                             it is not sent ("later", "offline", "too-many-requests", "not-applied", "wrong-venue"); PC_VALIDATED: on what ground, if not by the
                             platform's own answer ("ledger", "person"); else "" */
    char cashier_fr[512]; /* what to tell the cashier */
    char cashier_en[512]; /* the same in English */
} pc_validation;

/* Validates (valider) a countermark: the booking is used and will be reimbursed. A till of pc_open_provider may have it taken
 * back with pc_undo; in the edition of 2018 nothing does.
 *
 * With an outbox, the attempt is written and synced before the request leaves, and a lost answer is read back once. The
 * request is never sent a second time once it may have arrived. A check before it, at the same till, is the evidence
 * without which a lost answer stays PC_UNKNOWN.
 *
 * sale: NULL, or what you know. Gives: as pc_check, and PC_OUTBOX_FAILED, PC_ALREADY_TAKEN, PC_LIMIT_REACHED; anything but
 * PC_OK says that no validation was sent.
 * Threads: any, several at once. Blocks the calling thread until the answer or the deadline; with an outbox up to twice the
 * deadline, where the answer is lost and read back. */
int32_t pc_validate(pc_till *till, const char *countermark, const pc_sale *sale, pc_validation *validation);

/* Stores a validation that pc_reconcile sends: a cinema's after the show, a show's or a session's before it begins.
 * Sends nothing. The outcome is PC_PROVISIONAL: no final receipt.
 *
 * sale: with a kind. Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_TEXT, PC_BAD_HANDLE, PC_BAD_COUNTERMARK,
 * PC_NO_OUTBOX, PC_NOT_LATER, PC_TIME_NEEDED, PC_ALREADY_TAKEN, PC_LIMIT_REACHED, PC_OUTBOX_FAILED.
 * Threads: any, several at once. Blocks for as long as the disk takes. */
int32_t pc_validate_later(pc_till *till, const char *countermark, const pc_sale *sale, pc_validation *validation);

/* Takes a validation back: the countermark is valid again, for the good that was not handed over after all. Ask a person
 * first, and give the name: it is written into the outbox before anything is sent. It is sent once; never call it to find
 * out whether a countermark was validated.
 *
 * person: who was asked and said yes; not blank, no control character. validation: not NULL; the outcome is PC_REVERSED,
 * PC_REFUSED ("not-used", "reimbursed", "cannot-be-undone"; "not-undone": declined, try again later ...), or PC_UNKNOWN: the
 * answer was lost, and pc_check tells what became of it. An attempt of the countermark is not sent by pc_reconcile while
 * this is open: it is in pc_pending, as PC_UNKNOWN, until the platform says what is so, or somebody asks again, confirms or
 * abandons it. Where it is refused, unless as being so already ("not-used", "cancelled", "already-cancelled"), or nothing
 * left, what was only stored goes on waiting, and is sent: cashier_fr says so, and pc_abandon gives it up.
 * PC_UNDER_WAY: it is being sent or taken back just now; where the outbox has no open or confirmed attempt of the
 * countermark, nothing keeps two tills from asking at once.
 * What this till validated and somebody took back elsewhere is PC_ALREADY_TAKEN here until this is asked here too: it is
 * PC_REFUSED, "not-used", and the countermark can be validated anew.
 * What this till or its outbox found to be another venue's is PC_REFUSED, "wrong-venue", and nothing is sent. The platform takes
 * back whatever the key opens: the venue of what neither this till checked nor its outbox holds cannot be checked.
 * Gives: PC_UNDER_WAY in the place of PC_ALREADY_TAKEN, else as pc_validate, and PC_NO_OUTBOX, PC_NOT_IN_EDITION,
 * PC_TOO_MANY_REQUESTS.
 * Threads: any, several at once. Blocks the calling thread until the answer or the deadline (pc_cancel: up to twice that). */
int32_t pc_undo(pc_till *till, const char *countermark, const char *person, pc_validation *validation);

/* Cancels a booking that is not validated: the young person gets the credit back, and nothing brings the booking back. Of an
 * event it is possible only until its countermark can be validated ("too-late-to-cancel"). "not-cancelled": declined,
 * as where a ticket office did not take the tickets back; the booking stands, try again later.
 *
 * What neither a check at this till nor its outbox tells to be of its venue is read first, which may take as long again; another
 * venue's is PC_REFUSED, "wrong-venue", and without an answer nothing is cancelled. Where a refusal tells no venue, as of an
 * event that can still be cancelled, it is sent.
 *
 * Gives, and the rest, two at once included: as pc_undo. */
int32_t pc_cancel(pc_till *till, const char *countermark, const char *person, pc_validation *validation);

/* ---------------------------------------------------------------------------------------------------------- the outbox */

/* A validation that is not closed. */
typedef struct pc_attempt {
    uint32_t size;        /* set by the library */
    int32_t outcome;      /* PC_PROVISIONAL, PC_PROBABLE or PC_UNKNOWN */
    int64_t planned_at;   /* when it was decided at the counter */
    int64_t sent_at;      /* when it was last sent; PC_NO_TIME if never */
    int64_t not_before;   /* when it may be sent; PC_NO_TIME: at once */
    int64_t amount_cents; /* what it is worth; 0: not said */
    int32_t kind;         /* PC_CINEMA ...; 0: not said */
    uint32_t reserved;    /* 0 */
    char attempt[32];     /* its number, as on the receipt */
    char countermark[16]; /* the countermark; "" once erased */
} pc_attempt;

/* Lists what is not closed, oldest first.
 *
 * attempts: room for `capacity` structs of attempt_size = sizeof (pc_attempt) bytes; may be NULL when capacity is 0.
 * count: not NULL; set to how many there are, which may be more than fit. The first `capacity` of them are written.
 * Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_HANDLE, PC_NO_OUTBOX, PC_OUTBOX_FAILED.
 * Threads: any, several at once. Sends nothing. */
int32_t pc_pending(
    pc_till *till, pc_attempt *attempts, uint32_t attempt_size, uint32_t capacity, uint32_t *count);

/* What a reconciliation closed, and what is open after it. */
typedef struct pc_reconciliation {
    uint32_t size;      /* sizeof (pc_reconciliation) */
    int32_t stopped_by; /* PC_OK, or why it stopped early: PC_NEVER_SENT, PC_SERVICE_DOWN when the line is still
                           down, PC_TOO_MANY_REQUESTS, PC_NOT_ACCEPTED when the log-in or the key is refused; of pc_open_provider
                           PC_NO_ANSWER, PC_UNEXPECTED_STATUS, PC_UNREADABLE_ANSWER when it could not be asked whose countermark it
                           is; PC_OUTBOX_FAILED. PC_NOT_ACCEPTED and the last two also when it went through, and passed over what
                           they were answered to. What waits goes on waiting, past the limits too: these are for new sales. */
    uint32_t validated; /* closed by this call: validated; also what was answered before, where this call writes it */
    uint32_t refused;   /* closed by this call: refused; the same */
    uint32_t waiting;   /* open: stored, not sent; it is not time yet, the line is down, or it is another venue's */
    uint32_t probable;  /* open: most likely validated by this till */
    uint32_t unknown;   /* open: nobody knows, being sent at this moment, or to be taken back and not known to be so */
    uint32_t held;      /* of those, in the hands of another till */
    uint32_t other_venue; /* of those waiting, found by this call to be of another venue than that of pc_open_provider: it is not
                             sent. Correct the till's venue and reconcile again, or give it up with pc_abandon. */
} pc_reconciliation;

/* Sends what is stored and due, in order, and reads back what was lost or interrupted; erases countermarks and day lists
 * whose time is over. Call it when the till starts, when the line is back, and after the last show.
 *
 * result: not NULL. Gives: PC_OK (also when it stopped early: see stopped_by), PC_BAD_ARGUMENT, PC_BAD_SIZE,
 * PC_BAD_HANDLE, PC_NO_OUTBOX, PC_OUTBOX_FAILED.
 * Threads: any; of several at once, on one file, none sends what another has taken. Blocks the calling thread, for up to
 * twice the deadline for each open attempt: call it from a thread that may wait. */
int32_t pc_reconcile(pc_till *till, pc_reconciliation *result);

/* Raises what is PC_PROBABLE or PC_UNKNOWN and was sent to PC_VALIDATED, because somebody found it on the Réservations screen; recorded with the
 * name.
 *
 * attempt: its number, as in pc_attempt and on the receipt. person: who looked; not blank, no control character. validation: not NULL.
 * Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE, PC_BAD_TEXT, PC_BAD_HANDLE, PC_NO_OUTBOX, PC_NO_SUCH_ATTEMPT, PC_WRONG_STATE,
 * PC_OUTBOX_FAILED.
 * Threads: any. Sends nothing. */
int32_t pc_confirm(pc_till *till, const char *attempt, const char *person, pc_validation *validation);

/* Gives up what waits, or what somebody found not to have taken place; recorded with the name. The countermark may then be
 * validated anew.
 *
 * Gives: as pc_confirm. Threads: any. Sends nothing. */
int32_t pc_abandon(pc_till *till, const char *attempt, const char *person);

/* ------------------------------------------------------------------------------------------------- calls of pass Culture */

/* Finds out whether a call (a booking, a cancellation, a notification) comes from pass Culture, and gives the JSON text that
 * was signed. The body is that text in a JSON string; it is decoded here, once. Give it as it came: not parsed, not written
 * anew. The signatures are compared in constant time. The same call may come twice, and nothing in it says so: keep a
 * digest of the text of a booking or a notification to know it again. Not of a cancellation: its text holds barcodes alone,
 * and is the same when a seat that was sold again is given back again.
 *
 * key: the HMAC key that pass Culture gave you. previous_key: NULL, or one that is still good while the key is being
 * changed. signature: the value of the header PassCulture-Signature, whatever it holds; NULL if there is none. body:
 * body_length bytes.
 * text: room for `capacity` bytes, more than body_length; the text ends with a zero byte. text_length: not NULL; set to the
 * length without it. Unless it gives PC_OK, the text is empty.
 * Gives: PC_OK (it is pass Culture's), PC_BAD_SIGNATURE (it is not), and for mistakes of your program PC_BAD_ARGUMENT,
 * PC_BAD_TEXT (a key that is no UTF-8, or too long), PC_BAD_CONFIG (a key that is empty or holds a line break).
 * Threads: any, several at once. Needs no till, sends nothing. */
int32_t pc_webhook_verify(
    const char *key, const char *previous_key, const char *signature, const void *body, uint32_t body_length,
    char *text, uint32_t capacity, uint32_t *text_length);

/* --------------------------------------------------------------------------------------------------------------- errors */

/* Why the last call of this thread failed. Never holds a countermark, an address or a password. */
typedef struct pc_error {
    uint32_t size;            /* sizeof (pc_error) */
    int32_t status;           /* what the call gave; PC_OK if it did not fail */
    int32_t http_status;      /* the status of the answer, if there was one; else 0 */
    int32_t nothing_was_sent; /* 1: certainly nothing was done, as nothing reached the platform, or it said so (429); 0: a check
                                 may have reached it */
    char code[64];            /* stable, such as "never-sent" */
    char detail[512];         /* for a log, in English */
    char cashier_fr[512];     /* what to tell the cashier: "Rien n'a été envoyé : vérifiez la connexion, puis réessayez." */
    char cashier_en[512];     /* the same in English */
} pc_error;

/* Tells why the last call of the calling thread failed; every other function but pc_version and pc_abi_version overwrites it.
 *
 * error: not NULL. Gives: PC_OK, PC_BAD_ARGUMENT, PC_BAD_SIZE (about `error` itself).
 * Threads: any; each has its own. */
int32_t pc_last_error(pc_error *error);

/* --------------------------------------------------------------------------------------------------------------- version */

/* The version of the library, such as "0.1.0": text that is always there, not to be freed. Threads: any. */
const char *pc_version(void);

/* The version of the interface that the library has: at least the PC_ABI_VERSION that you were compiled with, or the
 * library is too old for you. Threads: any. */
int32_t pc_abi_version(void);

#ifdef __cplusplus
}
#endif

#endif /* PASSCULTURE_H */
