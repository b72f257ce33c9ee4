// Adds one to the largest integer.
#include <limits>

int main(int argc, char **)
{
    volatile int most = std::numeric_limits<int>::max();
    most = most + argc;
    return most == 0;
}
