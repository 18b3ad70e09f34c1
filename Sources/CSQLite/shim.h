// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <errno.h>
#include <fcntl.h>
#include <linux/stat.h>
#include <sqlite3.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

// sqlite3_db_config takes a variable number of arguments, which Swift cannot pass.
static inline int passculture_sqlite_keep_log_on_close(sqlite3 *connection, int keeps) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keeps, (int *)0);
}

// The empty text, which outlives every call.
static inline const char *passculture_sqlite_empty_text(void) {
    return "";
}

// Which file a path leads to, and how long that is.
struct passculture_file {
    uint64_t device;
    uint64_t number;
    int64_t size;
};

// Looks at a file without asking for its times; gives 0, or -1 if there is none.
//
// Where stat() has told the times of a file, Linux (6.13 and later) gives it a time of its own with the next write, and fdatasync() then
// writes its inode as well: one more wait for the disk with each commit. statx() says which of a file's properties it wants; it is not
// declared without _GNU_SOURCE, which a module cannot define for headers that others have imported before it. Where statx() is missing,
// or a sandbox of before it forbids it, stat() answers.
static inline int passculture_look_at_file(const char *path, struct passculture_file *found) {
    struct statx some;
    const unsigned wanted = STATX_INO | STATX_SIZE;
    if (syscall(SYS_statx, AT_FDCWD, path, 0, wanted, &some) == 0) {
        found->device = makedev(some.stx_dev_major, some.stx_dev_minor);
        found->number = some.stx_ino;
        found->size = (int64_t)some.stx_size;
        return 0;
    }
    if (errno != ENOSYS && errno != EPERM) return -1;
    struct stat all;
    if (stat(path, &all) != 0) return -1;
    found->device = all.st_dev;
    found->number = all.st_ino;
    found->size = all.st_size;
    return 0;
}
