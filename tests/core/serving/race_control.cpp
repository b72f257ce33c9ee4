// The positive control of the thread sanitizer's run: a data race between the serving thread and this one, on purpose. A run in
// which this one is not found proves nothing about the others.

#include <callcard/httpserver.h>

#include <atomic>
#include <cstdio>
#include <thread>

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    int unguarded = 0;
    std::atomic<bool> touched = false;
    {
        callcard::serving::ServingThread thread;
        thread.post([&] {
            ++unguarded;
            touched.store(true, std::memory_order_relaxed); // tells the time, orders nothing
        });
        // Waiting so, it is a race each time, however the threads are scheduled. post() would take a lock that both know.
        while (!touched.load(std::memory_order_relaxed))
            std::this_thread::yield();
        ++unguarded;
    }
    std::printf("raced to %d\n", unguarded);
    return 0;
}
