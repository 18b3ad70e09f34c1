/* passculture — partner kit for the pass Culture
 * SPDX-License-Identifier: Apache-2.0
 *
 * A till with a "pass Culture" button, in C: for each countermark it checks, has the good handed over, and validates.
 *
 *     PASSCULTURE_URL=http://127.0.0.1:8080 PASSCULTURE_EMAIL=… PASSCULTURE_PASSWORD=… ./till [--yes] [COUNTERMARK …]
 *
 * One line more, PASSCULTURE_KEY=..., and it speaks today's edition, for the venue whose number is in PASSCULTURE_VENUE.
 *
 * Without a countermark on the command line it reads one a line, as a barcode reader types them. --yes says that everything
 * valid is handed over, and asks nothing. The exit status is that of the worst ending. PASSCULTURE_OUTBOX names a file for
 * the outbox; what was left open in it is settled first.
 */
#include <passculture.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How it ended for one countermark, the worst last; the numbers are exit statuses. */
enum ending { VALIDATED = 0, NOT_VALIDATED = 1, NOT_ASKED = 2, UNKNOWN = 3 };

static int hands_over_without_asking;

static int is_french(void) {
    const char *language = getenv("LANG");
    return language != NULL && strncmp(language, "fr", 2) == 0;
}

/* A setting of the environment; NULL when it is not set, or empty. */
static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? value : NULL;
}

static void say(const char *french, const char *english) { puts(is_french() ? french : english); }

/* Tells the cashier what to do, and the log why. */
static enum ending fail(void) {
    pc_error error = {0};
    error.size = sizeof error;
    pc_last_error(&error);
    say(error.cashier_fr, error.cashier_en);
    fprintf(stderr, "till: %s%s%s\n", error.code, error.detail[0] ? ": " : "", error.detail);
    return NOT_ASKED;
}

/* Text that somebody has typed, made fit for a screen: what steers a terminal, ends a line or turns the direction of
 * writing becomes question marks, in its place. */
static const char *plain(char *text) {
    for (unsigned char *c = (unsigned char *)text; *c != 0; c++) {
        size_t length = 0;
        if (c[0] < 0x20 || c[0] == 0x7f) length = 1;                                         /* ESC, CR, LF ... */
        else if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0) length = 2;                    /* U+0080 to U+009F */
        else if (c[0] == 0xd8 && c[1] == 0x9c) length = 2;                                   /* U+061C */
        else if (c[0] == 0xe2 && c[1] == 0x80 && (c[2] == 0x8e || c[2] == 0x8f)) length = 3; /* U+200E, U+200F */
        else if (c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0xa8 && c[2] <= 0xae) length = 3;   /* U+2028 to U+202E */
        else if (c[0] == 0xe2 && c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xaf) length = 3;   /* U+2066 to U+206F */
        memset(c, '?', length);
    }
    return text;
}

static int hand_over(pc_check_result *check) {
    char answer[16];
    printf("    %s  %s  %s\n", check->offer_name[0] ? plain(check->offer_name) : "-", check->begins_at_fr,
           check->user_name[0] ? plain(check->user_name) : "-");
    if (hands_over_without_asking) return 1;
    say("Remis ? (o/n)", "Handed over? (y/n)");
    return fgets(answer, sizeof answer, stdin) != NULL && (answer[0] == 'o' || answer[0] == 'y');
}

static enum ending serve(pc_till *till, const char *countermark) {
    pc_check_result check = {0};
    pc_validation validation = {0};
    check.size = sizeof check;
    validation.size = sizeof validation;

    if (pc_check(till, countermark, &check) != PC_OK) return fail();
    say(check.cashier_fr, check.cashier_en);
    if (check.outcome == PC_REFUSED || !hand_over(&check)) return NOT_VALIDATED;

    /* From here on the booking is used up: never twice, whatever comes. */
    if (pc_validate(till, countermark, NULL, &validation) != PC_OK) return fail();
    say(validation.cashier_fr, validation.cashier_en);
    switch (validation.outcome) {
    case PC_VALIDATED: return VALIDATED;
    case PC_REFUSED: return NOT_VALIDATED;
    default: return UNKNOWN; /* provisional, probable or unknown: print no final receipt */
    }
}

/* Settles what an earlier run left open, if there is an outbox. */
static void settle(pc_till *till) {
    pc_reconciliation done = {0};
    done.size = sizeof done;
    if (pc_reconcile(till, &done) != PC_OK) {
        fail();
        return;
    }
    if (done.validated + done.refused + done.waiting + done.probable + done.unknown > 0) {
        fprintf(stderr, "till: outbox: %u validated, %u refused; open: %u waiting, %u probable, %u unknown",
                (unsigned)done.validated, (unsigned)done.refused, (unsigned)done.waiting, (unsigned)done.probable,
                (unsigned)done.unknown);
        /* Of those waiting: nobody sends them before somebody has set PASSCULTURE_VENUE right, or given them up. */
        if (done.other_venue > 0) fprintf(stderr, ", %u of another venue", (unsigned)done.other_venue);
        fputc('\n', stderr);
    }
}

int main(int count, char **arguments) {
    pc_config config = {0};
    pc_provider provider = {0};
    pc_till *till = NULL;
    enum ending worst = VALIDATED;
    int named = 0;

    config.size = sizeof config;
    config.base_url = setting("PASSCULTURE_URL");
    config.environment = config.base_url == NULL ? PC_INTEGRATION : 0;
    provider.size = sizeof provider;
    provider.key = setting("PASSCULTURE_KEY");
    provider.venue = atoll(setting("PASSCULTURE_VENUE") != NULL ? setting("PASSCULTURE_VENUE") : "0");
    if (provider.key == NULL) {
        config.email = setting("PASSCULTURE_EMAIL");
        config.password = setting("PASSCULTURE_PASSWORD");
    }
    config.outbox_path = setting("PASSCULTURE_OUTBOX");
    config.product_name = "Till-in-C";
    config.product_version = "1.0";
    /* The one line that decides which edition it speaks. */
    if ((provider.key != NULL ? pc_open_provider(&config, &provider, &till) : pc_open(&config, &till)) != PC_OK)
        return fail();
    if (config.outbox_path != NULL) settle(till);

    for (int i = 1; i < count; i++)
        if (strcmp(arguments[i], "--yes") == 0) hands_over_without_asking = 1;
    for (int i = 1; i < count; i++) {
        enum ending ending;
        if (strcmp(arguments[i], "--yes") == 0) continue;
        named = 1;
        ending = serve(till, arguments[i]);
        if (ending > worst) worst = ending;
    }
    if (!named) {
        char line[300];
        while (fgets(line, sizeof line, stdin) != NULL) {
            enum ending ending = serve(till, line);
            if (ending > worst) worst = ending;
        }
    }
    pc_close(till);
    return worst;
}
