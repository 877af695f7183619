// The vector operations that Swift's SIMD types compile to lane-by-lane code, as one instruction each. That is nearly all of them:
// even a sum of two SIMD8<Double> is eight sums until an optimiser puts them together again, which in a long function it does
// for some lanes and not for others.
//
// Header-only: Swift imports a clang vector of eight doubles as SIMD8<Double>, and inlines these functions.
// Every operation rounds as IEEE 754 says, once: the pragma below forbids the compiler to fuse a product and a sum, here or
// after inlining (results must not depend on the machine).
#ifndef CLANES_H
#define CLANES_H

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

typedef double clanes_f64x8 __attribute__((ext_vector_type(8)));
typedef int64_t clanes_i64x8 __attribute__((ext_vector_type(8)));

#define CLANES_INLINE static inline __attribute__((always_inline))

CLANES_INLINE clanes_f64x8 clanes_add(clanes_f64x8 a, clanes_f64x8 b) { return a + b; }
CLANES_INLINE clanes_f64x8 clanes_subtract(clanes_f64x8 a, clanes_f64x8 b) { return a - b; }
CLANES_INLINE clanes_f64x8 clanes_multiply(clanes_f64x8 a, clanes_f64x8 b) { return a * b; }
CLANES_INLINE clanes_f64x8 clanes_divide(clanes_f64x8 a, clanes_f64x8 b) { return a / b; }
/// The sign bit turned, of a zero too (Swift's minus on its vectors is a subtraction from zero, which keeps +0 as it is).
CLANES_INLINE clanes_f64x8 clanes_negate(clanes_f64x8 a) { return -a; }

/// All bits set in a lane where a < b, none where not (also where either is not a number).
CLANES_INLINE clanes_i64x8 clanes_less(clanes_f64x8 a, clanes_f64x8 b) {
  return a < b;
}

/// a where the mask is set, b elsewhere.
CLANES_INLINE clanes_f64x8 clanes_select(clanes_i64x8 mask, clanes_f64x8 a, clanes_f64x8 b) {
  return mask ? a : b;
}

CLANES_INLINE clanes_i64x8 clanes_and(clanes_i64x8 a, clanes_i64x8 b) { return a & b; }
CLANES_INLINE clanes_i64x8 clanes_or(clanes_i64x8 a, clanes_i64x8 b) { return a | b; }
CLANES_INLINE clanes_i64x8 clanes_not(clanes_i64x8 a) { return ~a; }

/// Whether any lane of the mask is set. (A reduction and no list of lanes: the compiler would take what the mask is computed from
/// apart, lane by lane.)
CLANES_INLINE int clanes_any(clanes_i64x8 a) { return __builtin_reduce_or(a) != 0; }


CLANES_INLINE clanes_f64x8 clanes_sqrt(clanes_f64x8 a) { return __builtin_elementwise_sqrt(a); }

CLANES_INLINE clanes_f64x8 clanes_abs(clanes_f64x8 a) { return __builtin_elementwise_abs(a); }

/// The smaller of two; b where either is not a number (compare and select: fmin treats NaN and signed zeros otherwise).
CLANES_INLINE clanes_f64x8 clanes_min(clanes_f64x8 a, clanes_f64x8 b) { return a < b ? a : b; }

/// The larger of two; b where either is not a number.
CLANES_INLINE clanes_f64x8 clanes_max(clanes_f64x8 a, clanes_f64x8 b) { return b < a ? a : b; }

/// 2 to the integer held in the low bits of `shifted` (an integer plus 1.5 x 2^52), for -1022 <= integer <= 1023.
CLANES_INLINE clanes_f64x8 clanes_powerOfTwo(clanes_f64x8 shifted) {
  union { clanes_f64x8 f; clanes_i64x8 i; } x, r;
  x.f = shifted;
  r.i = (x.i + 1023) << 52;
  return r.f;
}

#endif
