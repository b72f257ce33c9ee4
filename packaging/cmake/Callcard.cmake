# How rooms, programs and tests are declared. One interface target carries what all of them share.

add_library(callcard_options INTERFACE)
target_compile_features(callcard_options INTERFACE cxx_std_20)
target_compile_definitions(callcard_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CALLCARD_VERSION="${PROJECT_VERSION}")
target_compile_options(callcard_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused -Wnull-dereference
    $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op -Wno-null-dereference>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>)
if(CALLCARD_WERROR)
    target_compile_options(callcard_options INTERFACE -Werror)
endif()
if(CALLCARD_SANITIZE)
    target_compile_options(callcard_options INTERFACE -fsanitize=${CALLCARD_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all
        # clang 14 cannot lay out its function prologues where a coroutine is split: "difference across sections".
        $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
    target_link_options(callcard_options INTERFACE -fsanitize=${CALLCARD_SANITIZE})
endif()
if(CALLCARD_COLD AND CALLCARD_SANITIZE MATCHES "address")
    # What makes instrumented code slow to compile and finds little. Unoptimised is a third less (clang's half), which costs the tests
    # less than it saves. The four checks of every pointer are a quarter: a null pointer is caught by the processor, and clang's fuzzers
    # have all checks.
    target_compile_options(callcard_options INTERFACE -O0 $<$<CXX_COMPILER_ID:GNU>:-fno-sanitize=null,alignment,vptr,object-size>)
endif()
if(CALLCARD_FUZZERS)
    # The rooms themselves must tell the fuzzer where an input went, not only its entry point.
    target_compile_options(callcard_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CALLCARD_SANITIZE MATCHES "thread")
    # g++ warns that TSan does not see bare fences; libstdc++ has one in every program.
    target_compile_options(callcard_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
endif()
if(CALLCARD_COVERAGE)
    target_compile_options(callcard_options INTERFACE --coverage)
    target_link_options(callcard_options INTERFACE --coverage)
endif()
find_program(CALLCARD_MOLD mold)
if(CALLCARD_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CALLCARD_SANITIZE MATCHES "thread")
    target_link_options(callcard_options INTERFACE -fuse-ld=mold)
endif()

find_program(CALLCARD_CCACHE ccache)
if(CALLCARD_CCACHE AND NOT CALLCARD_COLD)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CALLCARD_CCACHE}")
endif()

# callcard_room(directory
#     DOORS   include/callcard/directory.h
#     SOURCES callermatcher.cpp callermatcher.h
#     PUBLIC  callcard::domain      what the doors themselves mention
#     PRIVATE callcard::store)      everything else
# A room is one static library. Only its doors are visible to those who link it.
function(_callcard_room target alias)
    cmake_parse_arguments(PARSE_ARGV 2 ROOM "" "" "DOORS;SOURCES;PUBLIC;PRIVATE")
    if(ROOM_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${target}: unknown arguments ${ROOM_UNPARSED_ARGUMENTS}")
    endif()
    add_library(${target} STATIC)
    add_library(${alias} ALIAS ${target})
    target_sources(${target}
        PRIVATE ${ROOM_SOURCES}
        PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${ROOM_DOORS})
    target_link_libraries(${target} PUBLIC callcard_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
    set_target_properties(${target} PROPERTIES AUTOMOC ON VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

function(callcard_module name)
    _callcard_room(callcard_${name} callcard::${name} ${ARGN})
    callcard_compile_together_when_cold(callcard_${name})
endfunction()

function(callcard_screen name)
    _callcard_room(callcard_ui_${name} callcard::ui::${name} ${ARGN})
    # A room of words alone has no widgets.
    get_target_property(links callcard_ui_${name} LINK_LIBRARIES)
    if(links MATCHES "Qt6::Widgets|callcard::ui::theme")
        callcard_compile_together_when_cold(callcard_ui_${name} callcard_widget_headers)
    else()
        callcard_compile_together_when_cold(callcard_ui_${name})
    endif()
endfunction()

# Groups of programs to build by what their tests are for: `ninja tsan_tests` builds what `ctest -L tsan` runs.
# All of them exist, empty ones too, so that packaging/test need not know which kinds of tests a configuration has.
foreach(label unit contract conformance desktop tsan valgrind simulation bench control)
    add_custom_target(${label}_tests)
endforeach()
add_custom_target(fuzzers)

function(callcard_label_test name)
    foreach(label ${ARGN})
        if(NOT TARGET ${label}_tests)
            message(FATAL_ERROR "${name}: there is no test label ${label}; Callcard.cmake lists them")
        endif()
        add_dependencies(${label}_tests ${name})
    endforeach()
endfunction()

# How a test program is started: empty, or valgrind with its arguments.
set(CALLCARD_TEST_LAUNCHER "" CACHE STRING "A command, as a list, in front of every test program")

# In a build from nothing a test's own lines are watched for memory only; what they test has UBSan as well.
function(callcard_spare_tests target)
    if(CALLCARD_COLD AND CALLCARD_SANITIZE MATCHES "undefined")
        target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
    endif()
endfunction()

# What every test program is compiled with.
function(callcard_test_options program)
    target_link_libraries(${program} PRIVATE callcard_options Qt6::Test)
    target_compile_definitions(${program} PRIVATE CALLCARD_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    set_target_properties(${program} PROPERTIES AUTOMOC ON)
    # A test class stands in its .cpp file: what moc would put here is empty, and common headers would make that cost a second.
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${program}_autogen/mocs_compilation.cpp" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    if(CALLCARD_COLD)
        callcard_share_headers(${program} callcard_test_headers)
    endif()
    callcard_spare_tests(${program})
    if(CALLCARD_SANITIZE)
        # What g++ 12 says of optimised and instrumented code is often wrong (its manual warns of it): it is shown, but no error.
        # The plain build of --quick has every warning as an error in tests too.
        target_compile_options(${program} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized
            -Wno-error=array-bounds -Wno-error=stringop-overflow -Wno-error=stringop-overread -Wno-error=restrict
            -Wno-error=free-nonheap-object -Wno-error=nonnull -Wno-error=mismatched-new-delete -Wno-error=dangling-pointer>)
    endif()
endfunction()

# How ctest runs a test: by what was said of the target that stands for it.
function(callcard_test_properties test target)
    get_target_property(timeout ${target} CALLCARD_TIMEOUT)
    get_target_property(labels ${target} CALLCARD_LABELS)
    get_target_property(environment ${target} CALLCARD_ENV)
    get_target_property(serial ${target} CALLCARD_SERIAL)
    if(CALLCARD_TEST_LAUNCHER)
        math(EXPR timeout "${timeout} * 5")
    endif()
    set_tests_properties(${test} PROPERTIES TIMEOUT ${timeout} LABELS "${labels}" RUN_SERIAL "${serial}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;${environment}")
endfunction()

# callcard_test(tst_backoff LIBS callcard::foundation [SOURCES …] [ENV A=B] [LABELS unit|contract|desktop|… tsan valgrind] [TIMEOUT s] [SERIAL])
# One class, one file, and one program unless Cold.cmake puts those of a folder together. SOURCES defaults to NAME.cpp.
function(callcard_test name)
    cmake_parse_arguments(PARSE_ARGV 1 TEST "SERIAL" "TIMEOUT" "SOURCES;LIBS;ENV;LABELS")
    if(NOT TEST_SOURCES)
        set(TEST_SOURCES ${name}.cpp)
    endif()
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    # What a test is watched by (tsan, valgrind) comes on top of what it is.
    set(kinds ${TEST_LABELS})
    list(FILTER kinds INCLUDE REGEX "^(unit|contract|conformance|desktop|simulation|bench)$")
    if(NOT kinds)
        list(PREPEND TEST_LABELS unit)
    endif()
    # The tests mirror the tree, so two rooms may each have a tst_websocket: the second is also called after its room.
    set(program ${name})
    if(TARGET ${name})
        get_filename_component(room "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
        set(name ${name}_${room})
    endif()
    callcard_can_share(shared "${program}.cpp" "${TEST_LABELS}")
    if(shared)
        list(REMOVE_ITEM TEST_SOURCES ${program}.cpp)
        callcard_shared_test(${name} ${program}.cpp ${TEST_SOURCES})
    else()
        add_executable(${name} ${TEST_SOURCES})
        set_target_properties(${name} PROPERTIES OUTPUT_NAME ${program})
        callcard_test_options(${name})
        callcard_label_test(${name} ${TEST_LABELS})
        add_test(NAME ${name} COMMAND ${CALLCARD_TEST_LAUNCHER} $<TARGET_FILE:${name}>)
        if(TEST_LABELS STREQUAL "bench" OR TEST_LABELS STREQUAL "simulation")
            # Only --long asks for them, in a build of their own.
            set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
        endif()
    endif()
    target_link_libraries(${name} PRIVATE ${TEST_LIBS})
    set_target_properties(${name} PROPERTIES CALLCARD_TIMEOUT ${TEST_TIMEOUT} CALLCARD_LABELS "${TEST_LABELS}" CALLCARD_ENV "${TEST_ENV}"
        CALLCARD_SERIAL ${TEST_SERIAL})
    if(NOT shared)
        callcard_test_properties(${name} ${name})
    endif()
endfunction()

# callcard_fuzzer(fuzz_sse LIBS callcard::net): built with clang when CALLCARD_FUZZERS is on. As a test it starts from the inputs in
# corpus/NAME, where there are some, keeps what it finds in the build folder, and runs for CALLCARD_FUZZ_SECONDS.
function(callcard_fuzzer name)
    if(NOT CALLCARD_FUZZERS)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 FUZZ "" "" "SOURCES;LIBS")
    if(NOT FUZZ_SOURCES)
        set(FUZZ_SOURCES ${name}.cpp)
    endif()
    add_executable(${name} ${FUZZ_SOURCES})
    target_link_libraries(${name} PRIVATE callcard_options ${FUZZ_LIBS})
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers ${name})
    add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/packaging/fuzz" $<TARGET_FILE:${name}> "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}"
        WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
    set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 3600)
endfunction()
