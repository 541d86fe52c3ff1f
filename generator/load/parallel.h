// Work that falls into independent pieces, on all processors.
#ifndef GENERATOR_LOAD_PARALLEL_H_
#define GENERATOR_LOAD_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace gongshi {

inline constexpr int kThreadsMax = 256;  // far more than a machine has; a larger number is a slip

// Those of the machine, from 1 to kThreadsMax.
int processors();

// Calls `work(i)` once for each i below `count`, on at most `threads` threads, this one among them,
// and returns when all are done. In no order, and at the same time: whoever wants an order writes
// into slots of a vector. `work` must not throw.
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_PARALLEL_H_
