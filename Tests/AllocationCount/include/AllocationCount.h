// How often this thread has asked for memory since it began.
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// Calls of malloc, calloc, realloc and the aligned kinds by this thread; 0 for ever where they cannot be counted (see
/// `allocation_count_works`).
int64_t allocation_count(void);

/// Whether this system's allocator can be counted: the GNU C library's can.
int allocation_count_works(void);

#endif
