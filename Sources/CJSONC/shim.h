// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <json.h>

// json-c iterates over an object with macros, which Swift cannot import: the same steps as functions.

/// The first entry of an object, in the order of the source, or NULL when it is empty.
static inline const struct lh_entry *cjsonc_first_entry(const struct json_object *object) {
    return lh_table_head(json_object_get_object(object));
}

/// The entry after this one, or NULL.
static inline const struct lh_entry *cjsonc_next_entry(const struct lh_entry *entry) { return lh_entry_next(entry); }

/// The key of an entry, ended by a NUL.
static inline const char *cjsonc_entry_key(const struct lh_entry *entry) { return (const char *)lh_entry_k(entry); }

/// The value of an entry; NULL stands for the JSON null.
static inline struct json_object *cjsonc_entry_value(const struct lh_entry *entry) {
    return (struct json_object *)lh_entry_v(entry);
}
