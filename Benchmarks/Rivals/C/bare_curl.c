// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
//
// The limit: the loop over libcurl that a vendor would write in C, one handle, keep-alive, the very request of a validation.
//
//     bare_curl PORT COUNT USER-AGENT
//
// Prints the median of one validation in microseconds, and how many there were a second.

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t drop(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

static long microseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

static int ascending(const void *left, const void *right) {
    long a = *(const long *)left, b = *(const long *)right;
    return (a > b) - (a < b);
}

int main(int count_of_arguments, char **arguments) {
    if (count_of_arguments != 4) return fprintf(stderr, "usage: bare_curl PORT COUNT USER-AGENT\n"), 2;
    int port = atoi(arguments[1]), count = atoi(arguments[2]), warm_up = count / 10;
    long *times = malloc(sizeof(long) * (size_t)(count > 0 ? count : 1));
    char url[128];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/bookings/token/LYSYU9", port);
    CURL *handle = curl_easy_init();
    if (!times || !handle || count < 1) return 2;
    long start = 0;
    for (int number = -warm_up; number < count; number++) {
        long begin = microseconds();
        if (number == 0) start = begin;
        struct curl_slist *headers = NULL;
        headers = curl_slist_append(headers, "Accept: application/json");
        headers = curl_slist_append(headers, "Authorization: Basic Y2Fpc3NlQGxpYnJhaXJpZS5leGFtcGxlOkF6ZXJ0eTEyMzQ1NiFA");
        headers = curl_slist_append(headers, "Content-Type: application/json");
        curl_easy_reset(handle);
        curl_easy_setopt(handle, CURLOPT_URL, url);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 5000L);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
        curl_easy_setopt(handle, CURLOPT_USERAGENT, arguments[3]);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, "{}");
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "PATCH");
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, drop);
        CURLcode code = curl_easy_perform(handle);
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        curl_slist_free_all(headers);
        if (code != CURLE_OK || status != 204) return fprintf(stderr, "%s\n", curl_easy_strerror(code)), 1;
        if (number >= 0) times[number] = microseconds() - begin;
    }
    long elapsed = microseconds() - start;
    qsort(times, (size_t)count, sizeof(long), ascending);
    printf("%ld %ld\n", times[count / 2], count * 1000000L / elapsed);
    curl_easy_cleanup(handle);
    free(times);
    return 0;
}
