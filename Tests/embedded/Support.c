// What Embedded Swift asks of its surroundings in a page: memory, and nothing else. Memory grows as it is asked
// for and is never given back: what runs here is two beats.

#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;
static uintptr_t next;

int posix_memalign(void **pointer, size_t alignment, size_t size) {
  if (next == 0) next = (uintptr_t)&__heap_base;
  next = (next + alignment - 1) & ~(uintptr_t)(alignment - 1);
  *pointer = (void *)next;
  next += size;
  size_t page = 65536, pages = __builtin_wasm_memory_size(0);
  if (next > pages * page && __builtin_wasm_memory_grow(0, (next - pages * page + page - 1) / page) == (size_t)-1)
    __builtin_trap();
  return 0;
}

void *malloc(size_t size) {
  void *pointer;
  posix_memalign(&pointer, 16, size);
  return pointer;
}

void free(void *pointer) { (void)pointer; }

void *memset(void *to, int byte, size_t count) {
  for (size_t i = 0; i < count; i++) ((volatile unsigned char *)to)[i] = (unsigned char)byte;
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  volatile unsigned char *a = to;
  const unsigned char *b = from;
  if ((uintptr_t)to < (uintptr_t)from) {
    for (size_t i = 0; i < count; i++) a[i] = b[i];
  } else {
    for (size_t i = count; i > 0; i--) a[i - 1] = b[i - 1];
  }
  return to;
}

void *memcpy(void *to, const void *from, size_t count) { return memmove(to, from, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (size_t i = 0; i < count; i++)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

// The guard of the stack's end, and what happens when it is found broken.
uintptr_t __stack_chk_guard = 0x5ca1ab1e;
void __stack_chk_fail(void) { __builtin_trap(); }

// The seed of Swift's hashing: the same on every run.
void arc4random_buf(void *to, size_t count) { memset(to, 42, count); }

int putchar(int character) { return character; }
