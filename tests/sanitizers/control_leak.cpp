// Loses the only pointer to a block of memory.
int *volatile lost = nullptr;

int main()
{
    lost = new int[100];
    lost = nullptr;
    return 0;
}
