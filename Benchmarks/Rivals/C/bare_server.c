// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
//
// A server that costs as little as can be, so that what is measured is the client: a thread a connection, keep-alive, and to
// every request the service's answer to a validation. Prints its port; ends when its standard input does.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] = "HTTP/1.1 204 NO CONTENT\r\nServer: gunicorn/19.9.0\r\n"
                             "Date: Mon, 24 Dec 2018 10:00:00 GMT\r\nContent-Type: text/html; charset=utf-8\r\n"
                             "Access-Control-Allow-Credentials: true\r\n\r\n";

/// How many bytes the first request in a buffer has; 0 while it is not whole.
static size_t request_length(char *bytes, size_t length) {
    bytes[length] = 0;
    char *end = strstr(bytes, "\r\n\r\n");
    if (!end) return 0;
    char *field = strcasestr(bytes, "\r\ncontent-length:");
    size_t body = field && field < end ? strtoul(field + 17, NULL, 10) : 0;
    size_t whole = (size_t)(end + 4 - bytes) + body;
    return length >= whole ? whole : 0;
}

static void *serve(void *argument) {
    int connection = (int)(intptr_t)argument;
    char bytes[16384];
    size_t length = 0;
    while (length < sizeof bytes - 1) {
        ssize_t count = read(connection, bytes + length, sizeof bytes - 1 - length);
        if (count <= 0) break;
        length += (size_t)count;
        for (size_t whole; length > 0 && (whole = request_length(bytes, length)) > 0;) {
            if (write(connection, answer, sizeof answer - 1) < 0) break;
            memmove(bytes, bytes + whole, length - whole);
            length -= whole;
        }
    }
    close(connection);
    return NULL;
}

static void *accept_all(void *argument) {
    int listener = (int)(intptr_t)argument;
    for (;;) {
        int connection = accept(listener, NULL, NULL), yes = 1;
        if (connection < 0) continue;
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)connection) == 0) pthread_detach(thread);
    }
    return NULL;
}

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) < 0 || listen(listener, 128) < 0 ||
        getsockname(listener, (struct sockaddr *)&address, &size) < 0)
        return perror("bare_server"), 1;
    pthread_t thread;
    if (pthread_create(&thread, NULL, accept_all, (void *)(intptr_t)listener) != 0) return 1;
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}
