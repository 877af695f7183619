// What Embedded Swift asks of its surroundings in a page: memory, and nothing else.
//
// Memory is handed out in sizes of which there are four to each doubling; what is given back waits in a list of its size
// for the next that asks. A page asks for the same sizes again and again, beat after beat, so that it grows to what one
// beat needs and stays there.

#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;

#define CLASSES 112
#define HEADER 16

// Before every block: the class of its size, and how far before it the block begins that was cut for it.
typedef struct Header {
  uint32_t class, offset;
  uint64_t unused;
} Header;

typedef struct Free {
  struct Free *next;
} Free;

static Free *lists[CLASSES];
static uintptr_t next;

// The class of a size, and the largest size of a class: 16, 20, 24, 28, 32, 40, …
static uint32_t class_of(size_t size) {
  if (size <= 16) return 0;
  uint32_t top = 31 - (uint32_t)__builtin_clz((uint32_t)(size - 1));
  uint32_t quarter = (uint32_t)((size - 1) >> (top - 2)) & 3;
  return (top - 4) * 4 + quarter + 1;
}

static size_t size_of(uint32_t class) {
  uint32_t top = class / 4 + 4, quarter = class % 4;
  return ((size_t)4 + quarter) << (top - 2);
}

static void *cut(size_t size) {
  if (next == 0) next = ((uintptr_t)&__heap_base + HEADER - 1) & ~(uintptr_t)(HEADER - 1);
  uintptr_t start = next;
  size = (size + HEADER - 1) & ~(size_t)(HEADER - 1);
  if (size > (size_t)-1 - next) __builtin_trap();
  next += size;
  size_t page = 65536, pages = __builtin_wasm_memory_size(0);
  if (next > pages * page && __builtin_wasm_memory_grow(0, (next - pages * page + page - 1) / page) == (size_t)-1)
    __builtin_trap();
  return (void *)start;
}

void *malloc(size_t size) {
  uint32_t class = class_of(size);
  if (class >= CLASSES) __builtin_trap();
  Free *free = lists[class];
  if (free) {
    lists[class] = free->next;
    return free;
  }
  Header *header = cut(HEADER + size_of(class));
  header->class = class;
  header->offset = 0;
  return header + 1;
}

void free(void *pointer) {
  if (!pointer) return;
  Header *header = (Header *)pointer - 1;
  Free *block = (Free *)((unsigned char *)pointer - header->offset);
  uint32_t class = ((Header *)block - 1)->class;
  block->next = lists[class];
  lists[class] = block;
}

int posix_memalign(void **pointer, size_t alignment, size_t size) {
  if (alignment <= HEADER) {
    *pointer = malloc(size);
    return 0;
  }
  unsigned char *block = malloc(size + alignment);
  unsigned char *aligned = (unsigned char *)(((uintptr_t)block + alignment - 1) & ~(uintptr_t)(alignment - 1));
  if (aligned != block) {
    // Both are multiples of 16, so that a header fits between them.
    Header *header = (Header *)aligned - 1;
    header->class = ((Header *)block - 1)->class;
    header->offset = (uint32_t)(aligned - block);
  }
  *pointer = aligned;
  return 0;
}

// One instruction each, by -mbulk-memory.
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }

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
