// Only there to carry the precompiled headers of all tests.
