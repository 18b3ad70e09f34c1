/* passculture — partner kit for the pass Culture
 * SPDX-License-Identifier: Apache-2.0
 *
 * The till that `make bench-c` compares ours with: one check and one validation on bare libcurl, in as few lines as it
 * takes, and no more care than that. It prints its resident memory, as the other does, in KiB.
 */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

static size_t ignore(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static long ask(CURL *curl, const char *method, const char *base, const char *countermark) {
    char url[512];
    long status = 0;
    snprintf(url, sizeof url, "%s/bookings/token/%s", base, countermark);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    if (curl_easy_perform(curl) == CURLE_OK) curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

int main(int count, char **arguments) {
    char line[256];
    FILE *status;
    CURL *curl;
    if (count != 2 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0 || (curl = curl_easy_init()) == NULL) return 2;
    curl_easy_setopt(curl, CURLOPT_USERNAME, getenv("PASSCULTURE_EMAIL"));
    curl_easy_setopt(curl, CURLOPT_PASSWORD, getenv("PASSCULTURE_PASSWORD"));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 5000L);
    if (ask(curl, "GET", getenv("PASSCULTURE_URL"), arguments[1]) != 200) return 1;
    if (ask(curl, "PATCH", getenv("PASSCULTURE_URL"), arguments[1]) != 204) return 1;
    if ((status = fopen("/proc/self/status", "r")) == NULL) return 2;
    while (fgets(line, sizeof line, status) != NULL) {
        int kib;
        if (sscanf(line, "VmRSS: %d", &kib) == 1) printf("%d\n", kib);
    }
    fclose(status);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    return 0;
}
