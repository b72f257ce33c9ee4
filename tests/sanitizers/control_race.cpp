// Two std::threads write one integer without a lock, while Qt is loaded: what TSan must report in spite of the options that
// quiet it about Qt's own, uninstrumented code.
#include <QCoreApplication>

#include <thread>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int shared = 0;
    const auto count = [&shared] {
        for (int i = 0; i < 1000; ++i)
            ++shared;
    };
    std::thread first(count);
    std::thread second(count);
    first.join();
    second.join();
    return shared == 0;
}
