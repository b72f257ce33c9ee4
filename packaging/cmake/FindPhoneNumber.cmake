# libphonenumber ships neither a CMake configuration nor a pkg-config file.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h)
find_library(PHONENUMBER_LIBRARY phonenumber)
find_library(PHONENUMBER_GEOCODING_LIBRARY geocoding)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber REQUIRED_VARS
    PHONENUMBER_LIBRARY PHONENUMBER_GEOCODING_LIBRARY PHONENUMBER_INCLUDE_DIR)

if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
    add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
    set_target_properties(PhoneNumber::PhoneNumber PROPERTIES
        IMPORTED_LOCATION "${PHONENUMBER_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${PHONENUMBER_INCLUDE_DIR}"
        # The public headers inline protobuf symbols.
        INTERFACE_LINK_LIBRARIES protobuf::libprotobuf)
    add_library(PhoneNumber::Geocoding UNKNOWN IMPORTED)
    set_target_properties(PhoneNumber::Geocoding PROPERTIES
        IMPORTED_LOCATION "${PHONENUMBER_GEOCODING_LIBRARY}"
        INTERFACE_LINK_LIBRARIES "PhoneNumber::PhoneNumber;ICU::uc")
endif()
mark_as_advanced(PHONENUMBER_INCLUDE_DIR PHONENUMBER_LIBRARY PHONENUMBER_GEOCODING_LIBRARY)
