// What a request leaves on the stack of the thread that served it, forgotten.
#ifndef INTAKE_HTTP_STACK_WIPE_H_
#define INTAKE_HTTP_STACK_WIPE_H_

namespace gongshi {

// Everything on this thread's stack below the caller is zero afterwards, but for a word or two of
// this function's own, and takes no memory until it is used again. For the end of a connection: it
// costs some microseconds, and as many more when the memory is used again.
void wipe_stack_below();

// The same, but that the nearest 32 KiB stay in memory. For between two requests: it asks the
// system whether more was used, and only then gives that back.
void wipe_used_stack();

// The nearest 16 KiB of it, which is where the head of a request and of an answer were put
// together; and the memory stays. For between two requests of which the first brought nothing but a
// head.
void wipe_nearest_stack();

}  // namespace gongshi

#endif  // INTAKE_HTTP_STACK_WIPE_H_
