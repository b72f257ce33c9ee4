// Reads a value that is gone.
#include <memory>

int main()
{
    auto owned = std::make_unique<volatile int>(42);
    const volatile int *kept = owned.get();
    owned.reset();
    return *kept == 42;
}
