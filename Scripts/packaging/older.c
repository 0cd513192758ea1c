// What the newest C libraries have, for those that lack it (glibc 2.34 of Red Hat Enterprise Linux 9, where many clusters are):
// with these inside, nothing asks for more than 2.34.
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

__attribute__((visibility("hidden"))) uint32_t arc4random(void) {
    uint32_t number;
    // Four bytes come whole or not at all.
    while (getrandom(&number, sizeof number, 0) != sizeof number) {}
    return number;
}

// The same function under the name that it has had for longer. Only the strokes of figures call it, whose numbers are rounded
// far above its last bit.
double older_hypot(double, double);
float older_hypotf(float, float);
#if defined(__x86_64__)
__asm__(".symver older_hypot,hypot@GLIBC_2.2.5");
__asm__(".symver older_hypotf,hypotf@GLIBC_2.2.5");
#elif defined(__aarch64__)
__asm__(".symver older_hypot,hypot@GLIBC_2.17");
__asm__(".symver older_hypotf,hypotf@GLIBC_2.17");
#endif
// Hidden: the older name would else be found here, and not in the C library, and call itself.
#define HIDDEN __attribute__((visibility("hidden")))
HIDDEN double hypot(double x, double y) { return older_hypot(x, y); }
HIDDEN float hypotf(float x, float y) { return older_hypotf(x, y); }
