// Stands in front of the C library's allocator and counts: a program's own malloc takes the place of the library's, for the
// Swift runtime too, and the GNU C library keeps its own under a second name.
#include "AllocationCount.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

static _Thread_local int64_t count;

int64_t allocation_count(void) { return count; }

#ifdef __GLIBC__
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t many, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

int allocation_count_works(void) { return 1; }

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t many, size_t size) {
  count++;
  return __libc_calloc(many, size);
}

void *realloc(void *old, size_t size) {
  count++;
  return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **pointer, size_t alignment, size_t size) {
  count++;
  void *found = __libc_memalign(alignment, size);
  if (!found) return ENOMEM;
  *pointer = found;
  return 0;
}
#else
int allocation_count_works(void) { return 0; }
#endif
