# What makes a build from nothing fast (CALLCARD_COLD), where every header is paid for as often as a compiler is started: rooms in a few
# large pieces, common headers compiled beforehand, the tests of a folder as one program. None of it is needed: without CALLCARD_COLD
# each file is compiled by itself, and each test is a program of its own. Each later change costs more with it; HEADERS in place of ON
# stops at the common headers, which suits a day's work: quick from nothing, and quick again after a change.

# Several files as one: what their headers cost is paid once. Names in their unnamed namespaces meet, so a folder uses each once.
function(callcard_compile_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 32)
    # Said of everything that is included, and there the source files are.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    if(CALLCARD_SANITIZE)
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized>) # as in tests
    endif()
endfunction()

# The same, where everything is compiled from nothing.
function(callcard_compile_together_when_cold target)
    if(CALLCARD_COLD)
        if(NOT CALLCARD_COLD STREQUAL "HEADERS")
            callcard_compile_together(${target})
        endif()
        callcard_share_headers(${target} ${ARGN})
    endif()
endfunction()

# callcard_common_headers(NAME LIBS … HEADERS …) : compiled once, for whoever asks for them with callcard_share_headers.
function(callcard_common_headers name)
    cmake_parse_arguments(PARSE_ARGV 1 COMMON "" "" "LIBS;HEADERS")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// A library needs a file.\n")
    add_library(${name} STATIC "${source}")
    target_link_libraries(${name} PRIVATE callcard_options ${COMMON_LIBS})
    target_precompile_headers(${name} PRIVATE ${COMMON_HEADERS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

# A file must not rely on them: elsewhere there is no such thing.
function(callcard_share_headers target)
    set(headers callcard_headers ${ARGN})
    list(GET headers -1 headers)
    if(TARGET ${headers})
        target_precompile_headers(${target} REUSE_FROM ${headers})
        set_target_properties(${target} PROPERTIES PCH_WARN_INVALID OFF)
    endif()
endfunction()

if(CALLCARD_COLD)
    set(lower <algorithm> <array> <chrono> <coroutine> <functional> <map> <memory> <optional> <ranges> <stop_token> <string> <variant> <vector>
        <QByteArray> <QCoroTask> <QDateTime> <QFile> <QHash> <QList> <QLoggingCategory> <QObject> <QRegularExpression> <QSet> <QString>
        <QStringList> <QTimeZone> <QTimer> <QUrl> <tl/expected.hpp>)
    callcard_common_headers(callcard_headers LIBS Qt6::Core QCoro6::Core HEADERS ${lower})
    callcard_common_headers(callcard_widget_headers LIBS Qt6::Widgets QCoro6::Core HEADERS ${lower}
        <QAbstractItemModel> <QAccessible> <QAction> <QApplication> <QBoxLayout> <QEvent> <QLabel> <QLineEdit> <QPainter> <QPushButton>
        <QScrollArea> <QStyle> <QWidget>)
endif()

# --- The tests of a folder as one program -------------------------------------------------------------------------------------------

# Whether a test can share a program: it is built by the usual tests, opens no namespace but its own unnamed one (it is included inside
# a namespace), and has no main of its own (it starts itself again).
function(callcard_can_share result source kinds)
    set(${result} OFF PARENT_SCOPE)
    if(NOT CALLCARD_COLD OR CALLCARD_COLD STREQUAL "HEADERS" OR kinds MATCHES "desktop|simulation|bench|conformance" OR NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
        return()
    endif()
    file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${source}" own REGEX "^namespace [a-zA-Z]|^template *<>|Q_DECLARE_METATYPE|^extern |^int main")
    if(NOT own)
        set(${result} ON PARENT_SCOPE)
    endif()
endfunction()

# Declares a test that waits for its folder to be read: its target compiles next to nothing and stands for the program it will be in, so
# that what a CMakeLists.txt says of the target is known when the program is put together, and `ninja NAME` builds that program.
function(callcard_shared_test name source)
    set(standin "${PROJECT_BINARY_DIR}/standin.cpp")
    file(CONFIGURE OUTPUT "${standin}" CONTENT "// A target needs a file.\n")
    add_library(${name} OBJECT EXCLUDE_FROM_ALL "${source}" "${standin}")
    set_source_files_properties("${source}" PROPERTIES HEADER_FILE_ONLY ON)
    set_target_properties(${name} PROPERTIES CALLCARD_SOURCES "${ARGN}" AUTOMOC OFF)
    get_property(waiting DIRECTORY PROPERTY CALLCARD_SHARED_TESTS)
    if(NOT waiting)
        cmake_language(DEFER CALL callcard_build_shared_tests)
    endif()
    set_property(DIRECTORY APPEND PROPERTY CALLCARD_SHARED_TESTS ${name})
endfunction()

function(callcard_build_shared_tests)
    get_property(waiting DIRECTORY PROPERTY CALLCARD_SHARED_TESTS)
    file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REPLACE "/" "_" program "${folder}")
    # Where only some tests are watched, the others of the folder are not compiled.
    if(CALLCARD_SANITIZE MATCHES "thread")
        set(watched tsan)
    elseif(CALLCARD_TEST_LAUNCHER)
        set(watched valgrind)
    endif()
    foreach(test ${waiting})
        get_target_property(labels ${test} CALLCARD_LABELS)
        if(watched AND NOT watched IN_LIST labels)
            list(REMOVE_ITEM waiting ${test})
        endif()
    endforeach()
    set(number 1)
    while(waiting)
        # More at once would save little and want much memory.
        list(SUBLIST waiting 0 6 some)
        list(REMOVE_ITEM waiting ${some})
        callcard_shared_program(${program}_${number} ${some})
        math(EXPR number "${number} + 1")
    endwhile()
endfunction()

function(callcard_shared_program program)
    set(includes "")
    set(bodies "")
    set(entries "")
    add_executable(${program})
    foreach(test ${ARGN})
        get_target_property(source ${test} SOURCES)
        list(GET source 0 source)
        get_target_property(more ${test} CALLCARD_SOURCES)
        set(path "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
        # What it includes is wanted outside the namespace that goes around it.
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
        file(STRINGS "${path}" lines REGEX "^#include ")
        list(FILTER lines EXCLUDE REGEX "\\.moc\"")
        list(APPEND includes ${lines})
        string(APPEND bodies "namespace of_${test} {\n#include \"${path}\"\n}\n")
        string(APPEND entries "    {\"${test}\", of_${test}::main},\n")
        target_sources(${program} PRIVATE ${source} ${more})
        foreach(what LINK_LIBRARIES INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS MANUALLY_ADDED_DEPENDENCIES)
            get_target_property(value ${test} ${what})
            if(value AND what STREQUAL "MANUALLY_ADDED_DEPENDENCIES")
                add_dependencies(${program} ${value})
            elseif(value AND what STREQUAL "LINK_LIBRARIES")
                target_link_libraries(${program} PRIVATE ${value})
            elseif(value)
                set_property(TARGET ${program} APPEND PROPERTY ${what} ${value})
            endif()
        endforeach()
        get_target_property(labels ${test} CALLCARD_LABELS)
        callcard_label_test(${program} ${labels})
        add_dependencies(${test} ${program})
        add_test(NAME ${test} COMMAND ${CALLCARD_TEST_LAUNCHER} $<TARGET_FILE:${program}> ${test})
        callcard_test_properties(${test} ${test})
    endforeach()
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "\n" includes)
    set(together "${CMAKE_CURRENT_BINARY_DIR}/${program}.cpp")
    file(CONFIGURE OUTPUT "${together}" @ONLY CONTENT [[
// Made by Cold.cmake of the tests of a folder.
#include <QTest>
@includes@
#undef QTEST_ADD_GPU_BLACKLIST_SUPPORT_DEFS
#define QTEST_ADD_GPU_BLACKLIST_SUPPORT_DEFS
#undef QTEST_ADD_GPU_BLACKLIST_SUPPORT
#define QTEST_ADD_GPU_BLACKLIST_SUPPORT
@bodies@
int main(int argc, char **argv)
{
    static const std::map<std::string, int (*)(int, char **)> tests{
@entries@    };
    const auto test = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (test != tests.end()) {
        argv[1] = argv[0];
        return test->second(argc - 1, argv + 1);
    }
    std::fputs("Which of these tests?\n", stderr);
    for (const auto &known : tests)
        std::fprintf(stderr, "  %s\n", known.first.c_str());
    return 2;
}
]])
    target_sources(${program} PRIVATE "${together}")
    target_include_directories(${program} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
    set_target_properties(${program} PROPERTIES AUTOMOC ON)
    callcard_test_options(${program})
    target_compile_options(${program} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
