/* passculture — partner kit for the pass Culture
 * SPDX-License-Identifier: Apache-2.0
 *
 * The same as bare-till.c on libpassculture: one check, one validation, its resident memory in KiB.
 * PASSCULTURE_OUTBOX names the outbox's file.
 */
#include <passculture.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
    static pc_check_result check;
    static pc_validation validation;
    pc_config config = {0};
    pc_till *till = NULL;
    char line[256];
    FILE *status;
    if (count != 2) return 2;
    config.size = sizeof config;
    check.size = sizeof check;
    validation.size = sizeof validation;
    config.base_url = getenv("PASSCULTURE_URL");
    config.email = getenv("PASSCULTURE_EMAIL");
    config.password = getenv("PASSCULTURE_PASSWORD");
    config.outbox_path = getenv("PASSCULTURE_OUTBOX");
    if (pc_open(&config, &till) != PC_OK) return 2;
    if (pc_check(till, arguments[1], &check) != PC_OK || check.outcome != PC_VALID) return 1;
    if (pc_validate(till, arguments[1], NULL, &validation) != PC_OK || validation.outcome != PC_VALIDATED) return 1;
    if ((status = fopen("/proc/self/status", "r")) == NULL) return 2;
    while (fgets(line, sizeof line, status) != NULL) {
        int kib;
        if (sscanf(line, "VmRSS: %d", &kib) == 1) printf("%d\n", kib);
    }
    fclose(status);
    return pc_close(till) == PC_OK ? 0 : 2;
}
