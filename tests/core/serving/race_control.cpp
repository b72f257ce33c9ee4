// The positive control of the thread sanitizer's run: a data race between the serving thread and this one, on purpose. A run in
// which this one is not found proves nothing about the others.

#include <callcard/httpserver.h>

#include <cstdio>

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    int unguarded = 0;
    {
        callcard::serving::ServingThread thread;
        for (int i = 0; i < 1000; ++i) {
            thread.post([&unguarded] { ++unguarded; });
            ++unguarded;
        }
    }
    std::printf("raced to %d\n", unguarded);
    return 0;
}
