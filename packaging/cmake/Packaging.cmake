# What lies beside the programs in an installation, and how a package is made of it: `cpack -G DEB` in a built folder.
include(GNUInstallDirs)
set(desktop "${PROJECT_SOURCE_DIR}/packaging/desktop")

install(FILES "${desktop}/callcard.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${desktop}/callcard.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${desktop}/io.github.callcard.callcard.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
# Whether Callcard starts with the session is each person's choice, or the policy's; an administrator may also copy this entry.
install(FILES "${desktop}/autostart.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/callcard" RENAME autostart.desktop)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/policy/policy.schema.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/callcard")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/packaging/debian/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/packaging/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}/admin" FILES_MATCHING PATTERN "*.md")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/packaging/firebase/" DESTINATION "${CMAKE_INSTALL_DATADIR}/callcard/firebase")

# Manual pages and the changelog are kept compressed, the same bytes each time.
find_program(CALLCARD_GZIP gzip)
if(CALLCARD_GZIP)
    function(_callcard_install_compressed file destination name)
        set(packed "${PROJECT_BINARY_DIR}/packaging/${name}")
        execute_process(COMMAND "${CALLCARD_GZIP}" -9nc "${file}" OUTPUT_FILE "${packed}" COMMAND_ERROR_IS_FATAL ANY)
        set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        install(FILES "${packed}" DESTINATION "${destination}")
    endfunction()
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/packaging")
    foreach(program callcard callcard-cli callcard-demo callcard-relay)
        _callcard_install_compressed("${PROJECT_SOURCE_DIR}/packaging/man/${program}.1" "${CMAKE_INSTALL_MANDIR}/man1" "${program}.1.gz")
    endforeach()
    _callcard_install_compressed("${PROJECT_SOURCE_DIR}/packaging/debian/changelog" "${CMAKE_INSTALL_DOCDIR}" changelog.gz)
endif()

set(CPACK_PACKAGE_NAME callcard)
set(CPACK_PACKAGE_VENDOR "The Callcard authors")
set(CPACK_PACKAGE_CONTACT "The Callcard authors <callcard@callcard.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "caller cards for RingCentral and JustCall")
set(CPACK_PACKAGE_DESCRIPTION "When the phone rings, a card in the corner of the screen says who it is,
what they bought and what was promised last time. A click on a number
anywhere places the call. Callcard carries no audio, so closing it never
drops a call, and looks callers up on this computer only.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

if(WIN32)
    # Not tried here.
    set(CPACK_GENERATOR NSIS)
    set(CPACK_NSIS_DISPLAY_NAME Callcard)
elseif(APPLE)
    # Not tried here.
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SECTION comm)
    set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    # Plugins that no linker sees: the database, the icons, the platform.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, hicolor-icon-theme")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsecret-1-0, qt6-wayland, qt6-translations-l10n, xdg-utils, dbus")
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
endif()
include(CPack)
